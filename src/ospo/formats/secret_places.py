# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Places where a credential is likely there to be seen: tests, examples, documentation, development on one's own."""

import re
from functools import lru_cache

_WORDS = (
    r"tests?|testing|testdata|unittests?|specs?|fixtures?|mocks?|stubs?|e2e|cypress|playwright|integration|acceptance"
    r"|examples?|samples?|voorbeeld(?:en)?|demos?|tutorials?|templates?|dist|dummy|fake|snake-?oil|self-?signed|playground"
    r"|docs?|documentati(?:on|e)|guides?|dev|devel|develop(?:ment)?|devenv|local|localhost|vagrant|sandbox"
    r"|vendor|third-?party|node-?modules|bower-?components|cve|exploits?|poc|ctf|honeypot"
)
_SHOW = re.compile(rf"(?:^|[^a-z])(?:{_WORDS})(?:files?|data|certs?|keys?)?(?![a-z])", re.IGNORECASE)
_CONTAINERS = re.compile(r"(?:^|/)[\w.-]*docker[\w.-]*/", re.IGNORECASE)  # folders, of what runs on one's own machine
_PROSE = re.compile(r"\.(?:md|markdown|rst|adoc|html?|tex)$", re.IGNORECASE)
_GUIDES = ("README.md", "README", "README.txt", "README.rst", "readme.md")
_TESTS = re.compile(
    rb"\b(?:self-?\s?signed|zelfondertekend|mock|dummy|fake|demo|test|tests|testing|testen|development|ontwikkel\w*|local"
    rb"|lokaal|lokale|example|voorbeeld|docker-compose)\b",
    re.IGNORECASE,
)
_OPENING = 5_000


def is_for_show(path: str) -> bool:
    """True when a part of the path, or the kind of file, says that what is in it need not be in use."""
    folder, _, name = path.rpartition("/")
    return _is_folder_for_show(folder) or _SHOW.search(name) is not None or _PROSE.search(name) is not None


@lru_cache(maxsize=1 << 12)  # many files stand in one folder
def _is_folder_for_show(folder: str) -> bool:
    return _SHOW.search(folder) is not None or _CONTAINERS.search(f"{folder}/") is not None


def guides(folder: str) -> list[str]:
    """Where a folder may explain what is in it."""
    return [f"{folder}/{name}" for name in _GUIDES]


def speaks_of_tests(content: bytes) -> bool:
    """True when an explanation speaks of tests, examples or development."""
    return _TESTS.search(content[:_OPENING]) is not None
