# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.maintainers import manifest_line, package_line, publiccode_line, section_line, sentence_line


@pytest.mark.parametrize(
    "title",
    [
        "## Maintainers",
        '## Maintainers <a name="maintainers"></a>',
        "## Beheerders",
        "### Huidige Beheerders",
        "## Technical steering team",
        "**Core Development Team:**",
        "## Product owner",
        "## Kernteam",
    ],
)
def test_a_section_with_something_in_it_counts(title: str) -> None:
    assert section_line(f"# X\n\n{title}\n\n- het team\n") == 3


@pytest.mark.parametrize(
    "text",
    [
        "## Maintainers\n",
        "## Former maintainers\n\nx",
        "## Maintainer permissions\n\nx",
        "## For maintainers\n\nx",
        "## Voor beheerders\n\nx",
        "## Authors\n\nx",
        "## Contact\n\nx",
        "## Usage\n\nmaintainers",
    ],
)
def test_other_sections_do_not(text: str) -> None:
    assert section_line(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "This project is maintained by [Voorbeeld](https://voorbeeld.example).",
        "The how-to's are maintained by the platform.",
        "The tool has been created and is being maintained by a team.",
        "Deze repository wordt beheerd door het team.",
        "Dit pakket is ontwikkeld. Het wordt onderhouden door Voorbeeld.",
        "Beheerders van deze repo zijn:",
        "Point of contact for this repository is the team.",
        "Since 2017, the [foundation](https://a.example/en) and others maintain and develop `x`.",
        "From 2021 onwards, the maintenance and further development will be carried\nout by the platform.",
        "Maintained by the municipality.",
        "- Product Owner: het team",
        "- **Contact person:** het team",
        "| Eigenaar | Ingevuld door |",
        "Eigenaar                     Ingevuld door",
    ],
)
def test_a_sentence_that_names_somebody_counts(text: str) -> None:
    assert sentence_line(f"# X\n\n{text}") in (3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "- [Advisories, maintained by an agency](https://voorbeeld.example)",
        "This is not an official action set up and maintained by the other team.",
        "Dit project wordt niet meer onderhouden.",
        "Contacting the maintainers can be done through the issue tracker.",
        "A list of packages, some maintained by others.",
        "```\nThis is maintained by x\n```",
        "It is easy to maintain.",
    ],
)
def test_a_sentence_about_something_else_does_not(text: str) -> None:
    assert sentence_line(text) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("maintenance:\n  type: internal\n  contacts:\n    - name: Team\n", 3),
        ("maintenance:\n  contractors:\n    - name: Bedrijf\n", 2),
        ("maintenance:\n  contacts: []\n", None),
        ("maintenance:\n  contacts:\n    - name: ''\n", None),
        ("maintenance: none\n", None),
        ("- a\n", None),
        ("a: [", None),
        ("", None),
    ],
)
def test_publiccode_names_contacts(text: str, line: int | None) -> None:
    assert publiccode_line(text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[project]\nname = "x"\nmaintainers = [{ name = "Team" }]\n', 3),
        ('[project]\n"maintainers" = [{ email = "team@voorbeeld.example" }]\n', 1),
        ('[project]\nauthors = [{ name = "Team" }]\n', None),
        ("[project]\nmaintainers = []\n", None),
        ("[tool]\n", None),
        ("project = 1\n", None),
        ("[[", None),
        ("#" * 60_000, None),
    ],
)
def test_a_manifest_names_maintainers(text: str, line: int | None) -> None:
    assert manifest_line(text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Package: x\nMaintainer: Team <team@voorbeeld.example>\n", 2),
        ('Package: x\nAuthors@R: c(\n    person("Team", role = c("aut", "cre")))\n', 3),
        ("Package: x\nAuthor: Team\n", None),
        ("Maintainer: in some other file\n", None),
    ],
)
def test_an_r_package_names_its_maintainer(text: str, line: int | None) -> None:
    assert package_line(text) == line
