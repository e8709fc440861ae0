# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Templates that a forge puts before whoever opens an issue, or a request to change something: where they stand."""

import re
from collections.abc import Iterable

from ospo.domain.snapshot import Entry

_FOLDER = r"(?:(?:\.github|\.gitea|\.forgejo|\.gitlab|docs)/)?"
_TEXT = r"(?:\.(?:md|markdown|txt|ya?ml))?"
_ISSUE = re.compile(
    rf"{_FOLDER}(?:issue_template/(?!config\.ya?ml$)[^/]+\.(?:md|markdown|ya?ml)|issue_template{_TEXT})"
    r"|\.gitlab/issue_templates/[^/]+\.md",
    re.I,
)
_CHANGE = re.compile(
    rf"{_FOLDER}(?:(?:pull|merge)_request_template/[^/]+\.(?:md|markdown|txt)|(?:pull|merge)_request_template{_TEXT})"
    r"|\.gitlab/merge_request_templates/[^/]+\.md",
    re.I,
)
_CHOOSER = re.compile(rf"{_FOLDER}issue_template/config\.ya?ml", re.I)


def issue_templates(entries: Iterable[Entry]) -> list[Entry]:
    """The templates and forms for an issue, in the places of GitHub, GitLab, Gitea and Forgejo."""
    return [entry for entry in entries if entry.is_file and _ISSUE.fullmatch(entry.path)]


def change_templates(entries: Iterable[Entry]) -> list[Entry]:
    """The templates for a pull request or merge request."""
    return [entry for entry in entries if entry.is_file and _CHANGE.fullmatch(entry.path)]


def choosers(entries: Iterable[Entry]) -> list[Entry]:
    """The files that say which choices somebody gets who opens an issue, among them links to elsewhere."""
    return [entry for entry in entries if entry.is_file and _CHOOSER.fullmatch(entry.path)]
