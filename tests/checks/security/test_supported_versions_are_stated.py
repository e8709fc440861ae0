# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.security.supported_versions_are_stated import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot, tag

CODE = {"pyproject.toml": "[project]\n", "app/main.py": ""}
POLICY = "# Security\n\nReport a vulnerability to lek@voorbeeld.example.\n"
OWN = {**CODE, "SECURITY.md": POLICY}
RELEASED = [tag("v1.2.0")]
TEMPLATE = "## Supported Versions\n\nUse this section to tell people about which versions\n\n| 5.1.x | x |\n"


@pytest.mark.parametrize("path", ["SECURITY.md", "SUPPORT.md", "README.md", "docs/versioning.rst", "docs/a/beleid.md"])
def test_a_statement_is_found_wherever_it_stands(path: str) -> None:
    files = {**OWN, path: "Only the latest release gets security updates.\n"}

    assert check(MemorySnapshot(files, tag_list=RELEASED)) == met("found", Evidence(path, 1), path=path)


@pytest.mark.parametrize("path", ["docs/release-notes/1.2.md", "docs/decisions/0001.md", "src/notes.md"])
def test_notes_on_one_release_are_not_looked_at(path: str) -> None:
    files = {**OWN, path: "Only the latest release gets security updates.\n"}

    assert check(MemorySnapshot(files, tag_list=RELEASED)) == not_met("not-stated")


def test_the_table_of_the_template_is_not_met_unless_the_manual_says_it() -> None:
    files = {**CODE, "SECURITY.md": TEMPLATE}
    manual = {"docs/versions.md": "Only the latest release gets security updates."}

    assert check(MemorySnapshot(files, tag_list=RELEASED)) == not_met(
        "template", Evidence("SECURITY.md", 5), path="SECURITY.md"
    )
    assert check(MemorySnapshot({**files, **manual}, tag_list=RELEASED)).reason == "found"


@pytest.mark.parametrize(("path", "reason"), [("SECURITY.md", "behind"), ("README.md", "found")])
def test_a_table_in_the_policy_must_have_heard_of_the_newest_release(path: str, reason: str) -> None:
    rows = "## Supported versions\n\n| Version | Supported |\n|---|---|\n| 1.x | ✅ |\n"
    files = {**CODE, path: rows}

    assert check(MemorySnapshot(files, tag_list=[tag("v1.2.0")])).reason == "found"
    verdict = check(MemorySnapshot(files, tag_list=[tag("v2.0.0"), tag("v1.2.0")]))

    assert verdict.reason == reason
    if reason == "behind":
        assert verdict == not_met("behind", Evidence(path, 5), path=path, version="1.x", tag="v2.0.0")


def test_a_page_elsewhere_is_unknown() -> None:
    files = {**OWN, "README.md": "See [support](https://voorbeeld.example/support-policy)."}

    assert check(MemorySnapshot(files, tag_list=RELEASED)) == unknown(
        "elsewhere", Evidence("README.md", 1), path="README.md"
    )


def test_a_manual_elsewhere_is_unknown() -> None:
    files = {**OWN, "README.md": "Read the [documentation](https://kaartviewer.readthedocs.io)."}

    assert check(MemorySnapshot(files, tag_list=RELEASED)) == unknown(
        "manual-elsewhere", Evidence("README.md", 1), path="README.md"
    )


def test_the_owner_may_say_it_for_all() -> None:
    assert check(MemorySnapshot(CODE, tag_list=RELEASED)) == unknown("may-be-inherited", file="SECURITY")
    assert check(MemorySnapshot(CODE, tag_list=RELEASED, remotes=("https://gitlab.com/a/b",))) == not_met("not-stated")


def test_without_versions_or_code_it_does_not_apply() -> None:
    assert check(MemorySnapshot(OWN)) == not_applicable("no-releases")
    assert check(MemorySnapshot(OWN, tag_list=[tag("nightly")])) == not_applicable("no-releases")
    assert check(MemorySnapshot(OWN, is_shallow=True)) == unknown("history-cut")
    assert check(MemorySnapshot({"README.md": "# A"}, tag_list=RELEASED)) == not_applicable("no-program")


def test_a_manual_of_very_many_pages_is_not_read_to_the_end() -> None:
    files = {**OWN, **{f"docs/{number}.md": "" for number in range(151)}}

    assert check(MemorySnapshot(files, tag_list=RELEASED)) == unknown("too-many-pages", count=150)


def test_a_page_that_cannot_be_had_is_passed_over() -> None:
    files = {**OWN, "docs/a.md": Unreadable("missing")}

    assert check(MemorySnapshot(files, tag_list=RELEASED)) == not_met("not-stated")
