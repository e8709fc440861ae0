# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A licence text as the words that matter, in the spirit of the SPDX matching guidelines.

Letter case, white space, punctuation, bullets and numbers of lists, mark-up, web addresses, copyright notices and
equivalent spellings do not count
(https://spdx.github.io/spdx-spec/v2.3/license-matching-guidelines-and-templates/).
"""

import html
import re

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


def lines(text: str) -> list[int]:
    """The line (from 1) of each of the words."""
    found = []
    for number, line in enumerate(_normalised(text).split("\n"), 1):
        found += [number] * sum(1 for _ in _WORD.finditer(line))
    return found


def _normalised(text: str) -> str:
    """The text in lower case without what does not count; no line is lost."""
    if "&" in text:
        text = "\n".join(html.unescape(line).replace("\n", " ") for line in text.split("\n")).replace("&", " and ")
    text = _ADDRESS.sub(" ", _LINK.sub("] ", _TAG.sub(_blank, text.lower())))
    text = _EXAMPLE.sub(" copyright ", _NOTICE_LINE.sub(" ", text))
    return _BULLET.sub(" ", _SIGN.sub(_copyright, text))


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n") or " "


def _copyright(match: re.Match[str]) -> str:
    return " copyright " + "\n" * match[0].count("\n")
