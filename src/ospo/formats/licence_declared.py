# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Licences that a repository declares without giving the text: in the manifest of a package, or in the README."""

import re
from dataclasses import dataclass

from ospo.formats import outline, spdx

_KEY = re.compile(r"^\s{0,8}\"license\"\s*:\s*\"(?P<value>[^\"\n]{1,200})\"", re.MULTILINE)
_TOML = re.compile(r"^license\s*=\s*(?:\{\s*text\s*=\s*)?[\"'](?P<value>[^\"'\n]{1,200})", re.MULTILINE)
_PYTHON = re.compile(
    r"^\s*license\s*=\s*[\"']?(?P<value>[^\"'\n]{1,200})|(?P<classifier>License :: [^\"'\n]{1,200})", re.MULTILINE
)
_MANIFESTS = {
    "package.json": _KEY,
    "composer.json": _KEY,
    "pyproject.toml": _TOML,
    "Cargo.toml": _TOML,
    "setup.cfg": _PYTHON,
    "setup.py": _PYTHON,
}
# Names as people write them; what is shown is what was matched, and never the rest of the line.
_NAME = re.compile(
    r"\b(?:EUPL|(?:European Union|Mozilla|Eclipse|GNU (?:Affero |Lesser )?General) Public Licen[cs]e"
    r"|[AL]?GPL|MPL|EPL|Apache(?: Licen[cs]e| Software Licen[cs]e)?|MIT|ISC|BSD|Unlicense|CC0"
    r"|CC[ -]BY(?:[ -](?:SA|NC|ND))*|Creative Commons (?:Naamsvermelding|Attribution|Zero))\b"
    r"(?:[ ,-]{0,2}(?:v|versie |version )?\d(?:\.\d){0,2})?",
)
_HEADING = re.compile(r"licen[cs]|licentie", re.IGNORECASE)
_SAYS = re.compile(
    r"\blicen[cs]ed under|\b(?:under|released under|onder|volgens) (?:the|de|een) .{0,60}licen[ct]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Declared:
    """The licence as it is called, and the line (from 1) that says so."""

    licence: str
    line: int


def is_manifest(path: str) -> bool:
    """True for a file in the root in which packages declare their licence."""
    return path in _MANIFESTS


def in_manifest(path: str, text: str) -> Declared | None:
    """The licence a manifest declares; "UNLICENSED" and a pointer to a file declare none."""
    for match in _MANIFESTS[path].finditer(text):
        licence = _named(next(value for value in match.groups() if value))
        if licence:
            return Declared(licence, text.count("\n", 0, match.start()) + match[0].count("\n") + 1)
    return None


def in_readme(path: str, text: str) -> Declared | None:
    """The licence that a README names below a heading about licences, or in a sentence that gives one."""
    for section in outline.sections(text, path):
        for block in section.blocks:
            prose = outline.plain(block.text)
            name = _NAME.search(prose)
            if name and (_HEADING.search(section.title) or _SAYS.search(prose)):
                return Declared(name[0], block.line)
    return None


def _named(value: str) -> str | None:
    """The licence in the value of a key: an SPDX expression of known ids, else a name inside it."""
    ids = spdx.keys(value.strip()) or ()
    if ids and all(spdx.find(licence_id) for licence_id in ids):
        return value.strip()
    found = _NAME.search(value)
    return found[0] if found else None
