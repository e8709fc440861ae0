# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Stamping: one line per translation changes, and nothing else."""

import os

import pytest

from knowledge_base import KnowledgeBase
from ospo import knowledge

CHANGED = "practices/open-werken.nl.md"
STAMPED = "practices/open-werken.en.md"


def test_what_is_up_to_date_is_left_alone(base: KnowledgeBase) -> None:
    before = base.files()

    assert knowledge.stamp(base.path, base.load()) == []
    assert base.files() == before


def test_only_the_line_of_the_translation_that_was_behind_changes(base: KnowledgeBase) -> None:
    base.change(CHANGED, "Lees [over ons]", "Lees eerst [over ons]")
    before = base.files()

    assert knowledge.stamp(base.path, base.load()) == [base.path / STAMPED]

    after = base.files()
    assert [name for name in after if after[name] != before[name]] == [STAMPED]
    lines = zip(before[STAMPED].split(b"\n"), after[STAMPED].split(b"\n"), strict=True)
    assert [new[:10] for old, new in lines if old != new] == [b"original: "]
    assert knowledge.stamp(base.path, base.load()) == []


def test_line_ends_of_windows_and_the_word_in_the_text_stay(base: KnowledgeBase) -> None:
    text = (base.path / STAMPED).read_bytes() + b"original: not this one\n"
    base.write(STAMPED, text.replace(b"\n", b"\r\n"))
    base.change(CHANGED, "Lees [over ons]", "Lees eerst [over ons]")

    knowledge.stamp(base.path, base.load())

    after = (base.path / STAMPED).read_bytes()
    assert after.count(b"\r\n") == after.count(b"\n")
    assert after.endswith(b"original: not this one\r\n")


def test_a_write_that_fails_leaves_the_old_file_whole(base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    base.change(CHANGED, "Lees [over ons]", "Lees eerst [over ons]")
    library, before = base.load(), (base.path / STAMPED).read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        knowledge.stamp(base.path, library)

    assert (base.path / STAMPED).read_bytes() == before
