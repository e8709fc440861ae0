# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Patches: only what makes a check content, one upon the other, and a person decides about the rest."""

import pytest

import licence_samples
from ospo import checks
from ospo.domain.check import Check
from ospo.domain.finding import Finding, Outcome, Verdict, met, not_met
from ospo.domain.identifier import CheckId
from ospo.domain.patch import Patch
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.engine import patching, scan
from publiccode_documents import VALID
from snapshots import MemorySnapshot, tag

REMOTE = "https://github.com/voorbeeld/vergunningenwijzer"


def word(name: str, old: str, new: str) -> Check:
    """A check that wants a word in a file, and knows how to put it there."""

    def look(repository: Snapshot) -> Verdict:
        return met("there") if new in repository.read("a.txt").decode() else not_met("absent")

    def mend(repository: Snapshot) -> Patch:
        text = repository.read("a.txt").decode()
        return Patch("a.txt", text, text.replace(old, new))

    return Check(CheckId(name), "house", look, patch=mend)


def proposed(snapshot: MemorySnapshot, *asked: Check) -> patching.Proposal:
    findings = [Finding(c.id, scan.verdict(snapshot, c)) for c in asked]
    return patching.propose(snapshot, {c.id: c for c in asked}, findings)


def test_patches_of_one_file_come_one_upon_the_other() -> None:
    found = proposed(MemorySnapshot({"a.txt": "one two\n"}), word("a", "one", "1"), word("b", "two", "2"))

    assert found.patches == (Patch("a.txt", "one two\n", "1 2\n"),)
    assert [f.check for f in found.answered] == ["a", "b"]


def test_a_patch_that_does_not_help_is_left_to_a_person() -> None:
    found = proposed(MemorySnapshot({"a.txt": "one\n"}), word("a", "three", "3"))

    assert (found.patches, [f.check for f in found.left]) == ((), ["a"])


def test_what_cannot_be_read_is_left_to_a_person() -> None:
    snapshot = MemorySnapshot({"a.txt": Unreadable("missing")})
    asked = word("a", "one", "1")

    found = patching.propose(snapshot, {asked.id: asked}, [Finding(asked.id, not_met("absent"))])

    assert (found.patches, len(found.left)) == ((), 1)


def on_real_checks(files: dict[str, str], *names: str, tags: tuple[str, ...] = ()) -> patching.Proposal:
    made = [tag(name, days_before=5) for name in tags]
    return proposed(MemorySnapshot(files, tag_list=made, remotes=(REMOTE,)), *map(checks.load, names))


def test_the_version_and_date_of_the_newest_tag_come_into_publiccode() -> None:
    found = on_real_checks(
        {"publiccode.yml": VALID, "docs/logo.svg": "x"}, "publiccode-agrees-with-newest-tag", tags=("v3.0.0",)
    )

    (patch,) = found.patches
    assert 'softwareVersion: "3.0.0"' in patch.after
    assert 'releaseDate: "2026-10-27"' in patch.after
    assert len(patch.after.splitlines()) == len(VALID.splitlines())


def test_an_address_that_differs_is_proposed_for_a_person_to_decide() -> None:
    old = VALID.replace("voorbeeld/vergunningenwijzer", "voorbeeld/oude-naam")

    (patch,) = on_real_checks({"publiccode.yml": old}, "publiccode-url-is-this-repository").patches

    assert f'url: "{REMOTE}"' in patch.after


def test_an_address_that_is_put_right_reveals_what_the_tags_say() -> None:
    old = VALID.replace("voorbeeld/vergunningenwijzer", "voorbeeld/oude-naam")
    asked = ("publiccode-agrees-with-newest-tag", "publiccode-url-is-this-repository")

    found = on_real_checks({"publiccode.yml": old}, *asked, tags=("v3.0.0",))

    (patch,) = found.patches
    assert [(f.check, f.outcome) for f in found.answered] == [(asked[1], Outcome.UNKNOWN), (asked[0], Outcome.NOT_MET)]
    assert f'url: "{REMOTE}"' in patch.after
    assert 'softwareVersion: "3.0.0"' in patch.after
    assert on_real_checks({"publiccode.yml": old}, asked[0], tags=("v3.0.0",)).patches == ()


def test_mechanical_faults_and_claims_go_together_in_one_patch() -> None:
    ill = VALID.replace("localisationReady: true", "localisationReady: yes")
    names = ("has-valid-publiccode", "publiccode-agrees-with-newest-tag")

    found = on_real_checks({"publiccode.yml": ill, "docs/logo.svg": "x"}, *names, tags=("v3.0.0",))

    (patch,) = found.patches
    assert "localisationReady: true" in patch.after
    assert 'softwareVersion: "3.0.0"' in patch.after
    assert found.left == ()


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("package.json", '{\n  "name": "kaart",\n  "license": "Apache-2.0"\n}\n', '  "license": "MIT"'),
        ("pyproject.toml", '[project]\nname = "kaart"\nlicense = "Apache-2.0"\n', 'license = "MIT"'),
    ],
)
def test_a_manifest_takes_over_the_licence_of_the_licence_file(path: str, text: str, line: str, mit: str) -> None:
    (patch,) = on_real_checks({"LICENSE": mit, path: text}, "licence-claims-agree").patches

    assert patch.path == path
    assert [a for a, b in zip(patch.after.splitlines(), text.splitlines(), strict=True) if a != b] == [line]


@pytest.fixture
def mit() -> str:
    return licence_samples.text("MIT")
