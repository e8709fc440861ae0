# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.governance.names_maintainers import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Kind
from snapshots import MemorySnapshot

PUBLICCODE = "name: x\nmaintenance:\n  type: internal\n  contacts:\n    - name: Team\n"


@pytest.mark.parametrize(
    ("path", "text", "reason", "line"),
    [
        ("MAINTAINERS.md", "- het team", "file", None),
        ("COMMITTERS.md", "- het team", "file", None),
        (".github/CODEOWNERS", "# all\n* @voorbeeld/team\n", "codeowners", 2),
        ("README.md", "# x\n\n## Beheerders\n\nHet team.\n", "section", 3),
        ("GOVERNANCE.md", "# x\n\n## Steering team\n\n- het team\n", "section", 3),
        ("CONTRIBUTING.md", "## Maintainers\n\n- het team\n", "section", 1),
        ("README.md", "# x\n\nThis software is maintained by the platform.\n", "section", 3),
        ("publiccode.yml", PUBLICCODE, "metadata", 4),
        ("publiccode.yaml", PUBLICCODE, "metadata", 4),
        ("Cargo.toml", '[package.metadata.deb]\nmaintainer = "Het team"\n', "metadata", 2),
        ("README.md", "# x\n\nHet beheer ligt bij team Geo.\n", "section", 3),
        ("pyproject.toml", '[project]\nmaintainers = [{ name = "Team" }]\n', "metadata", 2),
    ],
)
def test_one_place_is_enough(path: str, text: str, reason: str, line: int | None) -> None:
    assert check(MemorySnapshot({path: text})) == met(reason, Evidence(path, line), path=path)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("AUTHORS", "het team"),
        ("MAINTAINERS", "\n"),
        ("MAINTAINERS", "[](){}\n"),
        (".github/CODEOWNERS", "* \n# @voorbeeld/team\n"),
        ("CODEOWNERS.md", "* @voorbeeld/team\n"),
        ("CONTRIBUTING.md", "This software is maintained by the platform.\n"),
        ("GOVERNANCE.md", "# x\n\nWe decide.\n"),
        ("publiccode.yml", "maintenance: {}\n"),
        ("README.md", "# x\n\n## Contact\n\nvia het formulier\n"),
    ],
)
def test_other_places_are_not(path: str, text: str) -> None:
    assert check(MemorySnapshot({path: text})) == not_met("missing")


RESPEC = (
    'loadRespec({\n  specStatus: "WV",\n  editors:\n    [\n      {\n        name: "Voorbeeld",\n      },\n    ],\n});\n'
)


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        (
            "README.md",
            "# x\n\n## Contact\n\nVoor vragen, neem contact op met:\n- [team](mailto:team@voorbeeld.example)\n",
            6,
        ),
        ("README.md", "# x\n\nIf you have questions, please contact team@voorbeeld.example.\n", 3),
        ("CONTRIBUTING.md", "# x\n\nThe support team is\nresponsible for reviewing all pull requests.\n", 3),
        ("SECURITY.md", "# x\n\n## Steps\n\nCommunity support is provided by\nVoorbeeld.\n", 5),
        ("SUPPORT.md", "# x\n\nOndersteuning wordt geboden door Voorbeeld.\n", 3),
        ("js/config.mjs", RESPEC, 3),
        ("config.js", RESPEC, 3),
    ],
)
def test_somebody_who_may_well_maintain_it_makes_it_unknown(path: str, text: str, line: int) -> None:
    assert check(MemorySnapshot({path: text})) == unknown("perhaps", Evidence(path, line), path=path)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.md", "# x\n\n## Contact\n\nMeld een kwetsbaarheid bij cert@voorbeeld.example.\n"),
        ("README.md", "# x\n\n```\ncontact team@voorbeeld.example\n```\n"),
        ("js/config.mjs", RESPEC.replace("Voorbeeld", "")),
        ("js/config.mjs", RESPEC.replace("specStatus", "status")),
        ("web/config.js", RESPEC),
    ],
)
def test_nobody_to_turn_to_is_not_met(path: str, text: str) -> None:
    assert check(MemorySnapshot({path: text})) == not_met("missing")


def test_a_symlink_that_holds_the_text_itself_is_read() -> None:
    snapshot = MemorySnapshot({"publiccode.yaml": PUBLICCODE}, kinds={"publiccode.yaml": Kind.SYMLINK})

    assert check(snapshot) == met("metadata", Evidence("publiccode.yaml", 4), path="publiccode.yaml")


def test_what_nobody_maintains_needs_no_maintainer() -> None:
    snapshot = MemorySnapshot({"README.md": "# x\n\n## This repository is no longer maintained, see elsewhere\n"})

    assert check(snapshot) == not_applicable("unmaintained", Evidence("README.md", 3), path="README.md")


DEFAULTS = "https://github.com/voorbeeld/.github/blob/main"
ON_GITHUB = ("https://github.com/voorbeeld/project",)
MISSING = not_met("missing")
INHERITED = unknown("may-be-inherited", Evidence("README.md", 2), path="README.md", file="GOVERNANCE.md")


@pytest.mark.parametrize(
    ("link", "remotes", "verdict"),
    [
        (f"{DEFAULTS}/CONTRIBUTING.md", ON_GITHUB, INHERITED),
        ("https://github.com/voorbeeld/.github", (), INHERITED),
        ("https://github.com/voorbeeld/standaard/blob/main/GOVERNANCE.md", ON_GITHUB, INHERITED),
        (f"{DEFAULTS}/logo.svg", ON_GITHUB, MISSING),
        ("https://github.com/ander/.github/blob/main/GOVERNANCE.md", ON_GITHUB, MISSING),
        (f"{DEFAULTS}/GOVERNANCE.md", ("https://gitlab.com/voorbeeld/project",), MISSING),
    ],
)
def test_a_link_to_what_the_owner_agreed_makes_it_unknown(link: str, remotes: tuple[str, ...], verdict: object) -> None:
    assert check(MemorySnapshot({"README.md": f"# x\nSee [this]({link})."}, remotes=remotes)) == verdict


def test_the_governance_is_the_link_to_point_at() -> None:
    readme = f"See [a]({DEFAULTS}/CONTRIBUTING.md)\nand [b]({DEFAULTS}/GOVERNANCE.md)."

    assert check(MemorySnapshot({"README.md": readme})).evidence == (Evidence("README.md", 2),)


def test_an_own_governance_leaves_nothing_to_inherit() -> None:
    files = {"README.md": f"[a]({DEFAULTS}/CONTRIBUTING.md)", "GOVERNANCE.md": "# x\n\nWe decide.\n"}

    assert check(MemorySnapshot(files)) == not_met("missing")
