# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Generated binaries: files a machine made to be run, that nobody can review as they are."""

import re
from enum import StrEnum
from functools import lru_cache

from ospo.formats.content_kind import ContentKind


class Binary(StrEnum):
    """What a generated binary is."""

    PROGRAM = "program"  # a program or library in machine code
    BYTE_CODE = "byte-code"  # for the JVM, .NET, Python, the browser
    PACKAGE = "package"  # an archive that is installed or run as it is


_PACKAGES = frozenset(
    {"jar", "war", "ear", "aar", "apk", "aab", "ipa", "whl", "egg", "nupkg", "gem", "phar", "vsix", "xpi", "crx"}
    | {"deb", "rpm", "msi", "msix", "appx", "dmg", "pkg", "snap", "flatpak", "appimage"}
)
_BYTE_CODE = frozenset({"class", "pyc", "pyo", "wasm", "dex", "beam", "elc"})
# Of these the name is enough, when what is in them is no text: their first bytes differ from version to version.
_BY_NAME = frozenset({"pyc", "pyo", "class", "exe", "dll", "so", "dylib", "msi", "rpm", "dmg", "gem", "snap", "phar"})
_WRAPPER = re.compile(r"(?:^|/)(?:gradle/wrapper/gradle-wrapper|\.mvn/wrapper/maven-wrapper)\.jar$")
# Folders in which a binary is what a test or an example works on.
_ASIDE = re.compile(
    r"(?:^|/)(?:[\w.-]*(?<![a-z])(?:tests?|testing|testdata|testfiles|test-?resources|fixtures?|specs?|__tests__|e2e|mocks?"
    r"|examples?|samples?|voorbeeld(?:en)?|demos?|fuzz|corpus|corpora|golden|cassettes)(?![a-z])[\w.-]*)/",
    re.IGNORECASE,
)


def kind(path: str, content: ContentKind) -> Binary | None:
    """What kind of generated binary a file is, by its name and what it holds; None for everything else.

    Images, fonts, documents and archives of data are not: people cannot review them either, but they are not run.
    """
    ending = _ending(path)
    if content in (ContentKind.TEXT, ContentKind.EMPTY):
        return None
    if content is ContentKind.PROGRAM or ending in _BY_NAME:
        if ending in _BYTE_CODE:
            return Binary.BYTE_CODE
        return Binary.PACKAGE if ending in _PACKAGES else Binary.PROGRAM
    return Binary.PACKAGE if content is ContentKind.ARCHIVE and ending in _PACKAGES else None


def may_be_one(path: str) -> bool:
    """True when the name is that of a generated binary, whatever the file holds."""
    return _ending(path) in _PACKAGES | _BYTE_CODE | _BY_NAME


def is_wrapper(path: str) -> bool:
    """True for the small program by which Gradle and Maven fetch themselves: both want it in the repository."""
    return _WRAPPER.search(path) is not None


def is_aside(path: str) -> bool:
    """True for a file that tests or examples work on."""
    return _is_aside(path.rpartition("/")[0])


@lru_cache(maxsize=1 << 12)  # many files stand in one folder
def _is_aside(folder: str) -> bool:
    return _ASIDE.search(f"{folder}/") is not None


def _ending(path: str) -> str:
    stem, _, ending = path.rpartition("/")[2].rpartition(".")
    return ending.lower() if stem else ""
