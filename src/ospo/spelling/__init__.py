# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The spelling room: the only place that runs hunspell, a program with dictionaries of its own and apart from ours.

Hunspell and the Dutch dictionary have licences that ask the same of what is made with them, so they are no part of this
program: when they are on the machine they are asked, and when not, spelling is not looked at.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable

from ospo.domain.language import Language

_DICTIONARIES = {Language.NL: "nl", Language.EN: "en_GB"}
_PASSED_ON = ("PATH", "DICPATH", "SYSTEMROOT")
_SECONDS = 120
_MOST = 500_000  # characters that are handed over at once


def unknown(words: Iterable[str], language: Language) -> set[str] | None:
    """The words that the dictionary does not know, cut where hunspell cuts them.

    None when hunspell or its dictionary is not on this machine, or does not answer: then nothing is known.
    """
    program = shutil.which("hunspell")
    if program is None:
        return None
    found: set[str] = set()
    for text in _texts(words):
        answer = _ask(program, _DICTIONARIES[language], text)
        if answer is None:
            return None
        found.update(answer)
    return found


def _texts(words: Iterable[str]) -> Iterable[str]:
    text, size = list[str](), 0
    for word in words:
        text.append(word)
        size += len(word) + 1
        if size > _MOST:
            yield "\n".join(text)
            text, size = [], 0
    yield "\n".join(text)


def _ask(program: str, dictionary: str, text: str) -> list[str] | None:
    """Run it from the root and without a home, so that no dictionary of this folder or this user has a say."""
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 - a program that was found on the path, with fixed arguments
            [program, "-l", "-d", dictionary, "-i", "UTF-8"],
            input=f"{text}\n".encode(),
            capture_output=True,
            timeout=_SECONDS,
            cwd=os.path.abspath(os.sep),
            env={**environment, "LC_ALL": "C.UTF-8", "HOME": os.devnull},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    if done.returncode != 0 or b"can't open" in done.stderr.lower():
        return None
    return done.stdout.decode("utf-8", "replace").splitlines()
