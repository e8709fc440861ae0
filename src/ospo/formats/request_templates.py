# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Templates that a forge puts before whoever opens an issue, or a request to change something: where they stand."""

import re
from collections.abc import Iterable

from ospo.domain.snapshot import Entry
from ospo.formats import tree
from ospo.formats.expression import Expression

_FOLDER = r"(?:(?:\.github|\.gitea|\.forgejo|\.gitlab|docs)/)?"
_TEXT = r"(?:\.(?:md|markdown|txt|ya?ml))?"
_ISSUE = Expression(
    rf"{_FOLDER}(?:issue_template/(?!config\.ya?ml$)[^/]+\.(?:md|markdown|ya?ml)|issue_template{_TEXT})"
    r"|\.gitlab/issue_templates/[^/]+\.md",
    re.I,
)
_CHANGE = Expression(
    rf"{_FOLDER}(?:(?:pull|merge)_request_template/[^/]+\.(?:md|markdown|txt)|(?:pull|merge)_request_template{_TEXT})"
    r"|\.gitlab/merge_request_templates/[^/]+\.md",
    re.I,
)
_CHOOSER = Expression(rf"{_FOLDER}issue_template/config\.ya?ml", re.I)


def issue_templates(entries: Iterable[Entry]) -> list[Entry]:
    """The templates and forms for an issue, in the places of GitHub, GitLab, Gitea and Forgejo."""
    return tree.entries(entries).fitting(_ISSUE)


def change_templates(entries: Iterable[Entry]) -> list[Entry]:
    """The templates for a pull request or merge request."""
    return tree.entries(entries).fitting(_CHANGE)


def choosers(entries: Iterable[Entry]) -> list[Entry]:
    """The files that say which choices somebody gets who opens an issue, among them links to elsewhere."""
    return tree.entries(entries).fitting(_CHOOSER)
