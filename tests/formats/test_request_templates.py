# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.snapshot import Entry, Kind
from ospo.formats.request_templates import change_templates, choosers, issue_templates


@pytest.mark.parametrize(
    "path",
    [
        ".github/ISSUE_TEMPLATE/bug.md",
        ".github/ISSUE_TEMPLATE/bug.yml",
        ".github/issue_template.md",
        ".github/ISSUE_TEMPLATE",
        "ISSUE_TEMPLATE.md",
        "docs/issue_template.txt",
        ".gitlab/issue_templates/Bug.md",
        ".gitea/ISSUE_TEMPLATE/bug.yaml",
        ".forgejo/issue_template.yaml",
    ],
)
def test_a_template_for_an_issue(path: str) -> None:
    assert issue_templates([Entry(path)]) == [Entry(path)]
    assert change_templates([Entry(path)]) == []


@pytest.mark.parametrize(
    "path",
    [
        ".github/PULL_REQUEST_TEMPLATE.md",
        ".github/PULL_REQUEST_TEMPLATE/feature.md",
        ".github/PULL_REQUEST_TEMPLATE",
        "docs/pull_request_template.md",
        ".gitlab/merge_request_templates/Default.md",
        ".forgejo/pull_request_template.yml",
    ],
)
def test_a_template_for_a_change(path: str) -> None:
    assert change_templates([Entry(path)]) == [Entry(path)]
    assert issue_templates([Entry(path)]) == []


@pytest.mark.parametrize(
    "path",
    [
        ".github/ISSUE_TEMPLATE/config.yml",
        ".github/ISSUE_TEMPLATE/bug.md.license",
        ".github/ISSUE_TEMPLATE/.gitignore",
        "project/.github/ISSUE_TEMPLATE/bug.md",
        ".gitlab/issue_templates/deeper/Bug.md",
        "docs/templates/bug_report.md",
    ],
)
def test_other_files_are_no_templates(path: str) -> None:
    assert issue_templates([Entry(path)]) == []
    assert change_templates([Entry(path)]) == []


def test_a_symlink_is_no_template() -> None:
    assert issue_templates([Entry("ISSUE_TEMPLATE.md", Kind.SYMLINK)]) == []


def test_the_file_with_the_choices() -> None:
    entries = [Entry(".github/ISSUE_TEMPLATE/config.yml"), Entry(".github/ISSUE_TEMPLATE/bug.yml")]

    assert choosers(entries) == entries[:1]
