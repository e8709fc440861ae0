# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.licence.has_licence_file import check
from ospo.domain.finding import Evidence, Outcome, not_met
from ospo.domain.snapshot import Kind, Unreadable
from snapshots import MemorySnapshot


@pytest.mark.parametrize(
    "path", ["LICENSE", "licence.md", "COPYING", "UNLICENSE", "LICENSE-MIT", "LICENSES/EUPL-1.2.txt", "EUPL-1.2.txt"]
)
def test_a_customary_name_is_met(path: str) -> None:
    verdict = check(MemorySnapshot({path: "text", "README.md": ""}))

    assert (verdict.outcome, verdict.evidence) == (Outcome.MET, (Evidence(path),))


@pytest.mark.parametrize(
    "path", ["src/LICENSE", "license.py", "licensing-guide.md", "LICENSES/deep/MIT.txt", "mylicense"]
)
def test_a_lookalike_is_not_met(path: str) -> None:
    assert check(MemorySnapshot({path: "text"})) == not_met("missing")


def test_a_link_is_met_when_it_leads_to_a_file_in_the_tree() -> None:
    link = {"LICENSE": Kind.SYMLINK}

    assert check(MemorySnapshot({"LICENSE": "gone"}, link)) == not_met("missing")
    assert check(MemorySnapshot({"LICENSE": "LICENSE"}, link)) == not_met("missing")
    assert check(MemorySnapshot({"LICENSE": "terms.txt", "terms.txt": "text"}, link)).evidence == (Evidence("LICENSE"),)


def test_the_root_goes_before_the_reuse_folder() -> None:
    verdict = check(MemorySnapshot(dict.fromkeys(("LICENSES/MIT.txt", "LICENSE.md", "LICENSE"), "text")))

    assert [e.path for e in verdict.evidence] == ["LICENSE", "LICENSE.md", "LICENSES/MIT.txt"]
    assert verdict.values == {"count": 3, "path": "LICENSE"}


def test_an_empty_file_is_none() -> None:
    assert check(MemorySnapshot({"LICENSE": " \n"})) == not_met("empty", Evidence("LICENSE"), path="LICENSE")
    assert check(MemorySnapshot({"LICENSE": "", "COPYING": "text"})).evidence == (Evidence("COPYING"),)
    assert check(MemorySnapshot({"LICENSE": Unreadable("too-large")})).outcome is Outcome.MET


def test_a_licence_that_only_a_manifest_or_the_readme_names_still_lacks_its_text() -> None:
    files = {"README.md": "# Wijzer\n\n## Licentie\n\nDe code valt onder de EUPL 1.2.\n"}

    assert check(MemorySnapshot(files)) == not_met(
        "only-declared", Evidence("README.md", 5), path="README.md", licence="EUPL 1.2"
    )
    files["Cargo.toml"] = '[package]\nname = "wijzer"\n'
    files["package.json"] = '{\n  "name": "wijzer",\n  "license": "MIT"\n}\n'
    assert check(MemorySnapshot(files)).evidence == (Evidence("package.json", 3),)
