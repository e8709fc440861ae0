# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pipelines of GitLab and Azure in which the text of a stranger becomes a command.

GitLab hands over text as variables of the shell, which is safe until a script evaluates it again; Azure pastes
`$(...)` into the script itself. Sources: https://docs.gitlab.com/ci/variables/predefined_variables/ and
https://learn.microsoft.com/azure/devops/pipelines/security/inputs.
"""

import re

from ospo.formats import ci_tests

_LOOKED_AT = re.compile(r"(?:.*/)?(?:\.gitlab-ci[^/]*|azure-pipelines?[^/]*|\.vsts-ci[^/]*)\.ya?ml", re.IGNORECASE)
_OF_STRANGERS = (
    r"\$\{?CI_(?:COMMIT_(?:MESSAGE|TITLE|DESCRIPTION|BRANCH|REF_NAME|AUTHOR)"
    r"|MERGE_REQUEST_(?:TITLE|DESCRIPTION|SOURCE_BRANCH_NAME))\b"
)
_AGAIN = re.compile(rf"(?:^|[\s;&|(])(?:eval\s|(?:ba|z|da)?sh\s+-\w*c\s+\")[^#]*{_OF_STRANGERS}")
_PASTED = re.compile(r"\$\((?:Build\.SourceVersionMessage|System\.PullRequest\.SourceBranch(?:Name)?)\)", re.IGNORECASE)
_KEPT_APART = re.compile(
    r"^\s*(?:-\s+)?[\w.-]+\s*:\s*['\"]?\$\([\w.]+\)['\"]?\s*$|^\s*(?:-\s+)?(?:name|value|condition)\s*:"
)


def is_looked_at(path: str) -> bool:
    """True for a pipeline of GitLab or Azure by its name."""
    return _LOOKED_AT.fullmatch(path) is not None


def find(text: str) -> int | None:
    """The first line (from 1) that runs what a stranger wrote."""
    for number, line in ci_tests.lines(text):
        if _AGAIN.search(line) or (_PASTED.search(line) and not _KEPT_APART.search(line)):
            return number
    return None
