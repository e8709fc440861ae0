# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.maintainers import reviewer_line, section_line, sentence_line, unmaintained_line


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
        "## Team",
        "## Beheer",
        "## 4. Beheer en doorontwikkeling",
        "## Onderhoud",
        "## Maintenance",
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
        "## Onderhoud\n\nDraai elke maand het script.",
        "## Beheer\n\n```\nteam --list\n```",
        "## Beheer van gebruikers\n\nHet team voegt ze toe.",
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
        "Team Geo van gemeente Voorbeeld onderhoudt deze code.",
        "Het beheer ligt bij team Geo.",
        "De ontwikkeling en het beheer van de handleiding gebeurt in samenwerking met andere gemeenten.",
        "Verantwoordelijk team: Geo",
        "Maintenance is carried out by the Geo team.",
        "As of 2021, maintenance and further development will be carried\nout by the platform team.",
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
        "De gemeente onderhoudt de code niet.",
        "Het beheer ligt niet bij het team.",
        "Het beheer van de gegevens ligt bij de gemeente.",
        "Maintenance is not done by the team.",
    ],
)
def test_a_sentence_about_something_else_does_not(text: str) -> None:
    assert sentence_line(text) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# X\n\n## Let op: this repository is no longer maintained\n", 3),
        ("# X\n\nDe gemeente is niet aansprakelijk en onderhoudt de code niet.\n", 3),
        ("# X\n\nWe maintain this.\n", None),
        ("\n" * 40 + "De gemeente onderhoudt de code niet.\n", None),
    ],
)
def test_a_notice_at_the_top_that_nobody_maintains_it(text: str, line: int | None) -> None:
    assert unmaintained_line(text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# X\n\nOur team\nreviews all changes.\n", 3),
        ("# X\n\nHet team beoordeelt jouw wijziging.\n", 3),
        ("# X\n\nHelp.\n\nThe core team is responsible for merging.\n", 5),
        ("# X\n\n```\nThe team is responsible for reviewing\n```\n", None),
        ("# X\n\nThe team is responsible.\n", None),
        ("# X\n\nYou are responsible for reviewing your own text.\n", None),
        ("# X\n\nSupport for old browsers is provided in a branch.\n", None),
    ],
)
def test_who_looks_at_changes_or_gives_support(text: str, line: int | None) -> None:
    assert reviewer_line(text) == line
