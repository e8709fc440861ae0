# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.community.documentation_languages_are_stated import PARAMETERS, check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot

ON_GITLAB = ("https://gitlab.com/voorbeeld/project",)
ON_GITHUB = ("https://github.com/voorbeeld/project",)
SAME = "# Een\n\n## Twee\n"


def test_pairs_that_agree_state_the_languages() -> None:
    files = {"README.md": SAME, "README.nl.md": SAME, "docs/a.en.md": SAME, "docs/a.nl.md": SAME}

    verdict = met("pairs", Evidence("README.md"), Evidence("README.nl.md"), path="README.md", other="README.nl.md", n=2)
    assert check(MemorySnapshot(files), 90) == verdict


def test_a_pair_that_drifted_is_not_met_whatever_else_is_stated() -> None:
    files = {
        "README.md": f"{SAME}\n## Drie\n\n## Vier\n\nDocumentation is in English.\n",
        "README.nl.md": SAME,
        "CONTRIBUTING.md": SAME,
        "CONTRIBUTING.nl.md": SAME,
    }

    verdict = not_met(
        "drifted",
        Evidence("README.md"),
        Evidence("README.nl.md"),
        path="README.md",
        other="README.nl.md",
        what="headings",
        n=1,
    )
    assert check(MemorySnapshot(files), 90) == verdict


def test_a_profile_may_set_the_days() -> None:
    one, other = (f"# x\n\nLast updated: 2026-0{month}-01\n" for month in (1, 3))
    snapshot = MemorySnapshot({"README.md": one, "README.nl.md": other})

    assert check(snapshot, 90).reason == "pairs"
    assert check(snapshot, 30).values["what"] == "dates"
    assert PARAMETERS["days"].default == 90


@pytest.mark.parametrize("path", ["README.md", "CONTRIBUTING.md", "GOVERNANCE.md", "SUPPORT.md"])
def test_a_sentence_is_enough(path: str) -> None:
    snapshot = MemorySnapshot({path: "# x\n\nDe voertaal is Nederlands.\n"}, remotes=ON_GITLAB)

    assert check(snapshot, 90) == met("said", Evidence(path, 3), path=path)


def test_languages_in_publiccode_count() -> None:
    text = "name: x\nlocalisation:\n  localisationReady: false\n  availableLanguages: [nl]\n"

    verdict = met("publiccode", Evidence("publiccode.yml", 4), path="publiccode.yml")
    assert check(MemorySnapshot({"publiccode.yml": text}, remotes=ON_GITLAB), 90) == verdict


@pytest.mark.parametrize("text", ["localisation:\n  availableLanguages: []\n", "localisation: x\n", "name: [\n"])
def test_a_publiccode_without_languages_states_none(text: str) -> None:
    assert check(MemorySnapshot({"publiccode.yml": text}, remotes=ON_GITLAB), 90) == not_met("not-stated")


@pytest.mark.parametrize("remotes", [(), ON_GITHUB])
def test_the_owner_may_state_it(remotes: tuple[str, ...]) -> None:
    assert check(MemorySnapshot({"README.md": "# x"}, remotes=remotes), 90) == unknown(
        "may-be-inherited", file="CONTRIBUTING.md"
    )
    own = MemorySnapshot({"README.md": "# x", "CONTRIBUTING.md": "# x"}, remotes=remotes)
    assert check(own, 90) == not_met("not-stated")


def test_a_pair_that_cannot_be_read_passes_through() -> None:
    files = {"README.md": SAME, "README.nl.md": Unreadable("missing")}

    with pytest.raises(Unreadable):
        check(MemorySnapshot(files), 90)


def test_what_is_retired_need_not_state_anything() -> None:
    snapshot = MemorySnapshot({"README.md": "# x\n\nThis project is archived.\n"}, remotes=ON_GITLAB)

    assert check(snapshot, 90) == not_applicable("retired", Evidence("README.md", 3))
