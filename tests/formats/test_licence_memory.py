# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator
from pathlib import Path

import pytest

from ospo.domain.keeping import FORGETFUL
from ospo.formats import kept, licence_memory, licence_text

KNOWN = (Path(__file__).parents[2] / "LICENSES" / "CC0-1.0.txt").read_text("utf-8")


class Drawer:
    """A keeper that keeps what was recognised in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], bytes] = {}

    def get(self, kind: str, key: str) -> bytes | None:
        return self.kept.get((kind, key))

    def put(self, kind: str, key: str, content: bytes) -> None:
        if kind == "licence-text":
            self.kept[kind, key] = content


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    made = Drawer()
    licence_memory.read.cache_clear()
    kept.keep_in(made)
    yield made
    kept.keep_in(FORGETFUL)


TEXTS = [KNOWN, KNOWN.replace("Affirmer", "Author"), "Dit is geen licentie: zie EUPL-1.2.", "", "\udce9"]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_kept_is_what_was_recognised(text: str, drawer: Drawer, monkeypatch: pytest.MonkeyPatch) -> None:
    first = licence_memory.read(text)
    assert first == licence_text.read(text)

    licence_memory.read.cache_clear()
    monkeypatch.setattr(licence_text, "read", lambda text: pytest.fail("was recognised before"))

    assert licence_memory.read(text) == first


def test_another_text_is_recognised_anew(drawer: Drawer) -> None:
    readings = [licence_memory.read(text) for text in TEXTS]

    assert readings == [licence_text.read(text) for text in TEXTS]
    assert len(drawer.kept) == len(TEXTS)


@pytest.mark.parametrize("content", [b"", b"\xc1", b"\x90"])
def test_what_cannot_be_read_back_is_recognised_anew(content: bytes, drawer: Drawer) -> None:
    licence_memory.read(KNOWN)
    drawer.kept = dict.fromkeys(drawer.kept, content)
    licence_memory.read.cache_clear()

    assert licence_memory.read(KNOWN) == licence_text.read(KNOWN)


def test_with_another_keeper_nothing_is_known_yet(drawer: Drawer) -> None:
    licence_memory.read(KNOWN)
    other = Drawer()
    kept.keep_in(other)
    licence_memory.read.cache_clear()

    licence_memory.read(KNOWN)

    assert other.kept == drawer.kept
