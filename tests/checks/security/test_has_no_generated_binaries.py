# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.security.has_no_generated_binaries import check
from ospo.domain.finding import Evidence, met, not_met, unknown
from ospo.domain.snapshot import Kind, Unreadable
from snapshots import MemorySnapshot

ELF = b"\x7fELF\x02\x01\x01" + bytes(60)
ZIP = b"PK\x03\x04" + bytes(60)
SOURCE: dict[str, str | bytes | Unreadable] = {"src/a.py": "x\n"}


def test_source_alone_is_met() -> None:
    assert check(MemorySnapshot({**SOURCE, "logo.png": b"\x89PNG\0", "data.zip": ZIP})) == met("none", count=2)


@pytest.mark.parametrize(
    ("path", "content", "kind"),
    [
        ("bin/tool", ELF, "program"),
        ("lib/x.so.1", ELF, "program"),
        ("setup.exe", b"MZ" + bytes(58) + (64).to_bytes(4, "little") + b"PE\0\0", "program"),
        ("A.class", b"\xca\xfe\xba\xbe\0\0\x004", "byte-code"),
        ("__pycache__/a.cpython-311.pyc", b"\xa7\r\r\n\0\0\0\0" + bytes(20), "byte-code"),
        ("__pycache__/a.pyc", b"\x03\xf3\r\n\x01\x02\x03\x04", "byte-code"),
        ("public/x.wasm", b"\0asm\x01\0\0\0", "byte-code"),
        ("lib/x.jar", ZIP, "package"),
        ("gradle-wrapper.jar", ZIP, "package"),
    ],
)
def test_a_built_file_is_not_met(path: str, content: bytes, kind: str) -> None:
    assert check(MemorySnapshot({**SOURCE, path: content})) == not_met(
        "found", Evidence(path), count=1, path=path, kind=kind
    )


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("x.jar", b"placeholder\n"),
        ("x.so", b"INPUT ( libx.so.1 )\n"),
        ("x.exe", b""),
        ("run", b"#!/bin/sh\n"),
        ("x.bin", ZIP),
    ],
)
def test_a_name_alone_makes_no_binary(path: str, content: bytes) -> None:
    assert check(MemorySnapshot({path: content})) == met("none", count=1)


def test_five_places_are_shown_and_all_are_counted() -> None:
    verdict = check(MemorySnapshot({f"lib/{n}.jar": ZIP for n in range(7)}))

    assert (len(verdict.evidence), verdict.values["count"]) == (5, 7)


@pytest.mark.parametrize("path", ["gradle/wrapper/gradle-wrapper.jar", "app/.mvn/wrapper/maven-wrapper.jar"])
def test_a_wrapper_is_expected(path: str) -> None:
    assert check(MemorySnapshot({**SOURCE, path: ZIP})) == met("only-wrappers", Evidence(path), path=path)


@pytest.mark.parametrize("path", ["tests/data/x.jar", "src/test/resources/x.so", "examples/x.exe"])
def test_binaries_of_tests_and_examples_alone_are_unknown(path: str) -> None:
    assert check(MemorySnapshot({**SOURCE, path: ELF})) == unknown("only-in-tests", Evidence(path), count=1, path=path)


def test_one_elsewhere_outweighs_those_of_tests() -> None:
    assert check(MemorySnapshot({"tests/x.jar": ZIP, "lib/x.jar": ZIP})).values == {
        "count": 1,
        "path": "lib/x.jar",
        "kind": "package",
    }


def test_one_that_cannot_be_had_is_passed_on_but_data_is_not_missed() -> None:
    with pytest.raises(Unreadable):
        check(MemorySnapshot({"lib/x.jar": Unreadable("missing")}))
    assert check(MemorySnapshot({**SOURCE, "data.csv": Unreadable("too-large")})).reason == "none"


def test_links_are_no_files() -> None:
    assert check(MemorySnapshot({"x.so": ELF}, kinds={"x.so": Kind.SYMLINK})) == met("none", count=0)
