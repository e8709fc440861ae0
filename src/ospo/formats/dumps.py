# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Commits that bring in work which was done elsewhere, told from their messages: imports, syncs, whole releases."""

import re

from ospo.formats.expression import Expression

_LONGEST = 200  # characters of the first line

_IMPORT = Expression(
    r"\b(?:squashed|bulk|automat(?:ed|ic)) (?:import|sync|export|publish|release)\b"
    r"|\b(?:import(?:ed)?|sync(?:hroni[sz]ed?)?|export(?:ed)?|mirror(?:ed)?|copied|copy|publish(?:ed)?"
    r"|push(?:ed)?) (?:\w+ ){0,3}?(?:from|with|of|to) (?:\w+ ){0,3}?"
    r"(?:internal|private|intern|gitlab|bitbucket|azure|tfs|svn|subversion|mercurial|upstream|closed|source repo\w*"
    r"|main repo\w*|dev(?:elopment)? (?:repo\w*|environment))\b"
    r"|\bcode ?(?:drop|dump)\b|\b(?:snapshot|dump|export) (?:of|from|van)\b",
    re.I,
)
_VERSION = r"v?\d+(?:\.\d+)+[\w.+-]*"
_NAME = r"(?:[A-Za-z]\w{0,30}[ -]){0,3}"
_RELEASE = re.compile(
    rf"(?:\W*(?:chore|build|release|publish|feat|docs?)?(?:\([\w-]*\))?:?\W*)?(?:(?:new |prepare |start |create "
    rf"|publish(?:ed)? |bump(?: to)? |make )?(?:release[ds]?|version|versie|publish(?:ed)?"
    rf"|uitgave)[ :#-]{{0,3}}{_NAME}{_VERSION}"
    rf"|(?:update[ds]?|upgrade[ds]?|bump(?:ed)?|bijgewerkt|naar|moved?) (?:source |code "
    rf"|repo(?:sitory)? )?to {_NAME}(?:version |release |versie )?{_VERSION}"
    rf"|{_NAME}{_VERSION}(?: release)?)\W*\Z",
    re.I,
)


def is_dump(message: str) -> bool:
    """True when the message says that what was made elsewhere is brought in, or names a version and nothing else."""
    title = _title(message)
    return _IMPORT.search(title) is not None or ("." in title and _RELEASE.fullmatch(title) is not None)


def _title(message: str) -> str:
    return message.lstrip().split("\n", 1)[0][:_LONGEST].strip()
