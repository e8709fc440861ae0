# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.publiccode.has_valid_publiccode import check
from ospo.domain.finding import Evidence, met, not_met, unknown
from ospo.domain.snapshot import Kind, Unreadable
from publiccode_documents import VALID, changed
from snapshots import MemorySnapshot

LOGO = {"docs/logo.svg": "<svg/>"}


def test_a_valid_file_is_met() -> None:
    verdict = check(MemorySnapshot({"publiccode.yml": VALID, **LOGO}))

    assert verdict == met("valid", Evidence("publiccode.yml"), path="publiccode.yml", version="0", notes=0)


def test_the_other_extension_is_read_with_a_note() -> None:
    verdict = check(MemorySnapshot({"publiccode.yaml": VALID, **LOGO}))

    assert (verdict.reason, verdict.values["path"]) == ("valid-other-name", "publiccode.yaml")


@pytest.mark.parametrize("path", ["README.md", "docs/publiccode.yml", "templates/publiccode.yml"])
def test_no_file_in_the_root_is_missing(path: str) -> None:
    assert check(MemorySnapshot({path: VALID})) == not_met("missing")


def test_what_is_wrong_is_named_with_its_line_and_counted() -> None:
    content = changed("EUPL-1.2", "EUPL").replace(b"standalone/web", b"website")
    verdict = check(MemorySnapshot({"publiccode.yml": content, **LOGO}))

    assert verdict == not_met(
        "invalid",
        Evidence("publiccode.yml", 14),
        Evidence("publiccode.yml", 29),
        path="publiccode.yml",
        key="softwareType",
        line=14,
        problem="not-in-list",
        count=2,
    )


def test_a_logo_that_is_not_in_the_repository_is_invalid() -> None:
    assert check(MemorySnapshot({"publiccode.yml": VALID})).values["problem"] == "file-missing"
    linked = MemorySnapshot({"publiccode.yml": VALID, **LOGO}, {"docs/logo.svg": Kind.SYMLINK})
    assert check(linked).reason == "valid"


def test_what_is_no_yaml_is_invalid_as_a_whole() -> None:
    values = check(MemorySnapshot({"publiccode.yml": b"dependsOn:\n\t- a\n"})).values

    assert (values["key"], values["line"], values["problem"]) == ("publiccode.yml", 2, "not-yaml")


def test_a_newer_version_is_unknown() -> None:
    verdict = check(MemorySnapshot({"publiccode.yml": 'publiccodeYmlVersion: "1"\n'}))

    assert verdict == unknown("newer-version", Evidence("publiccode.yml"), version="1")


def test_a_symlink_that_holds_the_text_itself_is_read() -> None:
    repository = MemorySnapshot({"publiccode.yml": VALID, **LOGO}, {"publiccode.yml": Kind.SYMLINK})

    assert check(repository).reason == "valid"


def test_no_mail_address_of_the_file_ends_up_in_the_verdict() -> None:
    verdict = check(MemorySnapshot({"publiccode.yml": changed("team@voorbeeld.example", "jo@thuis"), **LOGO}))

    assert verdict.values["problem"] == "not-a-mail-address"
    assert not [value for value in verdict.values.values() if "jo@" in str(value)]


def test_what_cannot_be_read_passes_through() -> None:
    with pytest.raises(Unreadable):
        check(MemorySnapshot({"publiccode.yml": Unreadable("missing")}))


def test_a_key_that_is_missing_is_to_be_added() -> None:
    content = b'publiccodeYmlVersion: "0"\nname: Wijzer\n'

    verdict = check(MemorySnapshot({"publiccode.yml": content}))

    assert (verdict.reason, verdict.values["line"], "problem" in verdict.values) == ("key-missing", 1, False)
