# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.defect_reports import is_about_defects, section_line, sentence_line


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (".github/ISSUE_TEMPLATE/1-BUG.yml", "", True),
        (".github/ISSUE_TEMPLATE.md", "", True),
        (".gitlab/issue_templates/Default.md", "", True),
        (".github/ISSUE_TEMPLATE/melding.md", "", True),
        (".github/ISSUE_TEMPLATE/wijzigingsvoorstel.yml", "", True),
        (".github/ISSUE_TEMPLATE/1.yml", "name: x\nbody: steps to reproduce", True),
        (".github/ISSUE_TEMPLATE/feature.yml", "name: Feature\ndescription: Iets nieuws", False),
        (".github/ISSUE_TEMPLATE/epic.md", "- [ ] taak", False),
    ],
)
def test_a_template_is_about_defects_by_name_or_text(path: str, text: str, expected: bool) -> None:
    assert is_about_defects(path, text) is expected


@pytest.mark.parametrize(
    "title",
    [
        "Reporting bugs",
        "How to report a bug",
        "Found an issue?",
        "Raising Issues",
        "Issues",
        "Fouten melden",
        "Ik wil een fout of bug melden",
        "Vragen en opmerkingen",
        "Getting help",
        "Support",
    ],
)
def test_a_heading_with_a_way_below_it(title: str) -> None:
    assert section_line(f"# x\n\n## {title}\n\nMake a new issue.\n") == 3
    assert section_line(f"# x\n\n## {title}\n\nWait for the next release.\n") is None


@pytest.mark.parametrize(
    "title", ["Reporting security issues", "Known limitations", "Reporting issues about conduct", "Supported versions"]
)
def test_other_headings_are_none(title: str) -> None:
    assert section_line(f"## {title}\n\nMake a new issue.\n") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "If you spotted a bug, please create a GitHub issue.",
        "Please report any issues on the [issues page](https://forge.example/x/y/issues).",
        "Contacting the maintainers can be done through the issue tracker.",
        "Maak een issue aan als er iets mis is.",
        "Fouten kun je melden via de issue tracker.",
        "Meld fouten per e-mail.",
        "- **Issues**: report bugs on [GitHub Issues](https://forge.example/x/y/issues)",
        "Feedback is welcome through issues and pull requests.",
        "To discuss a problem first, open an issue.",
    ],
)
def test_a_sentence_that_says_where_to_report(sentence: str) -> None:
    assert sentence_line(f"# x\n\n{sentence}\n") == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "For substantial changes, please open an issue first to discuss it.",
        "A log describes which bugs were fixed.",
        "There may be some hidden issues.",
        "- Can create issues in a project.",
        "With Sentry the forms report errors.",
        "- Report bugs",
        "Do not open an issue for a vulnerability.",
        "```\ncreate a new issue\n```",
    ],
)
def test_sentences_that_do_not(sentence: str) -> None:
    assert sentence_line(f"# x\n\n{sentence}\n") is None


def test_below_a_heading_on_security_nothing_counts() -> None:
    assert sentence_line("## Security\n\nReport bugs in the issue tracker.\n") is None


def test_a_long_text_is_read_in_reasonable_time() -> None:
    assert sentence_line("report " * 30_000) is None


def test_recording_decisions_in_issues_is_no_way_to_report() -> None:
    assert sentence_line("# Templates\n\nA template for recording decisions in issues.\n") is None
