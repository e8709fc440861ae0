# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A licence text as the words that matter, in the spirit of the SPDX matching guidelines.

Letter case, white space, punctuation, bullets and numbers of lists, mark-up, web addresses, copyright notices and
equivalent spellings do not count
(https://spdx.github.io/spdx-spec/v2.3/license-matching-guidelines-and-templates/).
"""

import html
import re
from collections.abc import Callable

# Spellings that mean the same, from the list of equivalent words that belongs to the SPDX guidelines.
_SPELLINGS = (
    "acknowledgment=acknowledgement analog=analogue analyze=analyse artifact=artefact authorization=authorisation "
    "authorized=authorised caliber=calibre canceled=cancelled capitalizations=capitalisations catalog=catalogue "
    "categorize=categorise center=centre emphasized=emphasised favor=favour favorite=favourite fulfill=fulfil "
    "fulfillment=fulfilment initialize=initialise judgment=judgement labeling=labelling labor=labour "
    "license=licence licenses=licences sublicense=sublicence sublicenses=sublicences maximize=maximise "
    "merchantibility=merchantability modeled=modelled modeling=modelling offense=offence optimize=optimise "
    "organization=organisation organize=organise owner=holder owners=holders practice=practise "
    "program=programme programs=programmes realize=realise recognize=recognise signaling=signalling "
    "utilization=utilisation whilst=while wilfull=wilful "
    "this=the"  # the library keeps these two as one word
)
_SAME = dict(pair.split("=") for pair in _SPELLINGS.split())
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]{0,300})?/?>")
_LINK = re.compile(r"\]\([^()\s]{1,300}\)")
_ADDRESS = re.compile(
    r"https?://\S*|www\.\S+|\b(?:[a-z0-9-]+\.)+(?:org|com|net|eu|int)(?:\.[a-z]{2})?\b(?:/\S*)?|\bhttps?\b"
)
_NOTICE_LINE = re.compile(
    r"^[^\w\n©(]*(?:(?:copyright:?[ \t]*)?©|copyright:?[ \t]*\(c\)"
    r"|(?:copyright:?|\(c\))[ \t]*[<\[({]?(?:\d{4}|yyyy|year))[^\n]*$",
    re.MULTILINE,
)
_EXAMPLE = re.compile(r"copyright (?:©|\(c\)) [<\[{(](?:year|yyyy)[^\"”\n]*")
_SIGN = re.compile(r"\bcopyright\s+(?:©|\(c\))|©")
_BULLET = re.compile(
    r"(?<![\w.])\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s)|(?<![\w.])\d{1,2}\.(?=[^\W\d])",
)
_WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"\d{1,2}|[a-z]|[ivx]{1,4}")  # what is left of a bullet; it never makes a difference


def words(text: str) -> list[str]:
    """The words that count, normalised."""
    return [_SAME.get(word, word) for word in _WORD.findall(_normalised(text))]


def _normalised(text: str) -> str:
    """The text in lower case without what does not count; no line is lost."""
    if "&" in text:
        text = "\n".join(html.unescape(line).replace("\n", " ") for line in text.split("\n")).replace("&", " and ")
    text = text.lower()
    for expression, instead, signs in _STEPS:
        if any(sign in text for sign in signs):  # most of what is looked at is a few words out of a licence
            text = expression.sub(instead, text)
    return text


def placed(text: str) -> tuple[list[str], list[int]]:
    """The same words, and the line (from 1) of each."""
    found: list[str] = []
    places: list[int] = []
    for number, line in enumerate(_normalised(text).split("\n"), 1):
        inside = _WORD.findall(line)
        found += inside
        places += [number] * len(inside)
    return [_SAME.get(word, word) for word in found], places


def ends_in_notice(text: str) -> bool:
    """True when the last line is a copyright notice, so that nothing more on it counts."""
    return _NOTICE_LINE.match(text.rpartition("\n")[2].lower()) is not None


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n") or " "


def _copyright(match: re.Match[str]) -> str:
    return " copyright " + "\n" * match[0].count("\n")


# What is taken out in turn, what comes instead, and the signs of which one is in every text that holds some.
_STEPS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str], tuple[str, ...]], ...] = (
    (_TAG, _blank, ("<",)),
    (_LINK, "] ", ("](",)),
    (_ADDRESS, " ", ("http", "www.", ".org", ".com", ".net", ".eu", ".int")),
    (_NOTICE_LINE, " ", ("copyright", "©", "(c)")),
    (_EXAMPLE, " copyright ", ("copyright",)),
    (_SIGN, _copyright, ("copyright", "©")),
    (_BULLET, " ", (".", ")")),
)
