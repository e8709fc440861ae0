# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forms that single values in publiccode.yml take: each test says what is wrong with a text, or None."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache, partial
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit


class Reason(StrEnum):
    """What can be wrong in a publiccode.yml; the texts of the check explain each in nl and en."""

    NOT_YAML = "not-yaml"
    NOT_UTF8 = "not-utf-8"
    NOT_A_MAPPING = "not-a-mapping"
    VERSION_UNKNOWN = "version-unknown"
    KEY_MISSING = "key-missing"
    KEY_UNKNOWN = "key-unknown"
    KEY_TWICE = "key-twice"
    WRONG_TYPE = "wrong-type"
    NOT_IN_LIST = "not-in-list"
    NOT_A_URL = "not-a-url"
    NOT_A_URI = "not-a-uri"
    NOT_A_DATE = "not-a-date"
    NOT_A_MAIL_ADDRESS = "not-a-mail-address"
    NOT_A_LANGUAGE = "not-a-language"
    NOT_A_COUNTRY = "not-a-country"
    NOT_A_MEDIA_TYPE = "not-a-media-type"
    NOT_A_LICENCE = "not-a-licence"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    FILE_MISSING = "file-missing"
    FILE_TYPE = "file-type"
    NOT_RELATIVE = "not-relative"
    CONTRACTORS_WITHOUT_CONTRACT = "contractors-without-contract"
    # Only ever a warning:
    DEPRECATED = "deprecated"
    KEY_NEWER = "key-newer-than-version"
    VERSION_OLD = "version-old"
    ASKED_BY_VERSION = "asked-by-declared-version"
    NUMBER_FOR_TEXT = "number-for-text"
    TEXT_FOR_LIST = "text-for-list"
    LOWER_CASE_COUNTRY = "lower-case-country"
    SECTION_UNDEFINED = "section-undefined"
    EMPTY_LIST = "empty-list"


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MAIL = re.compile(r"[^@\s<>,;]+@(?:[^@\s<>,;.]+\.)+[^@\s<>,;.]{2,}")
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9][\w!#$&^.+-]{0,126}/[A-Za-z0-9][\w!#$&^.+-]{0,126}", re.ASCII)
_URN = re.compile(r"urn:[a-z0-9][a-z0-9-]{1,31}:\S+", re.I)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*", re.I)
_LICENCE_REFERENCE = re.compile(r"(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+")
# BCP 47 (RFC 5646, section 2.1), without the grandfathered tags; a tag of private use only has no language.
_LANGUAGE = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.I,
)
_LONGEST_LICENCE = 1000  # characters; expressions are parsed with recursion
_JOINER = "\u200d"
_EMOJI_PART = re.compile("[\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")  # skin tones, and the letters of tag flags


@cache
def vocabulary() -> Mapping[str, frozenset[str]]:
    """The controlled lists of the standard (0.7.0), and the codes of ISO 639 and ISO 3166-1."""
    folder = files("ospo.formats") / "data"
    lists = json.loads((folder / "publiccode_vocab.json").read_text("utf-8"))
    codes = json.loads((folder / "iso_codes.json").read_text("utf-8"))
    words = {name: frozenset(" ".join(lines).split()) for name, lines in codes.items()}
    return {name: frozenset(items) for name, items in lists.items() if isinstance(items, list)} | words


def url(text: str) -> Reason | None:
    """Any absolute URL with a host."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return Reason.NOT_A_URL
    fine = _SCHEME.fullmatch(parts.scheme) and parts.netloc and not re.search(r"\s", text)
    return None if fine else Reason.NOT_A_URL


def web_url(text: str) -> Reason | None:
    """A URL that a browser opens."""
    return url(text) or (None if urlsplit(text).scheme in ("http", "https") else Reason.NOT_A_URL)


def uri(text: str) -> Reason | None:
    """A URN, or a URL with a host."""
    return None if _URN.fullmatch(text) or url(text) is None else Reason.NOT_A_URI


def supported(text: str) -> Reason | None:
    """What `supports` may name: an alias of the standard, or any URI."""
    scheme, _, name = text.partition(":")
    if scheme == "alias":
        return None if name in vocabulary()["aliases"] else Reason.NOT_IN_LIST
    return uri(text)


def day(text: str) -> Reason | None:
    """A date as YYYY-MM-DD, and no other form of ISO 8601."""
    try:
        valid = bool(_DATE.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        valid = False
    return None if valid else Reason.NOT_A_DATE


def mail(text: str) -> Reason | None:
    """The shape of a mail address; whether it exists is not asked."""
    return None if _MAIL.fullmatch(text) else Reason.NOT_A_MAIL_ADDRESS


def media_type(text: str) -> Reason | None:
    """A media type such as text/plain (RFC 6838)."""
    return None if _MEDIA_TYPE.fullmatch(text.strip()) else Reason.NOT_A_MEDIA_TYPE


def language(text: str) -> Reason | None:
    """A BCP 47 tag whose language and region are registered ISO codes."""
    match = _LANGUAGE.fullmatch(text)
    if match is None:
        return Reason.NOT_A_LANGUAGE
    code, region = match["language"].lower(), match["region"] or ""
    known = code in vocabulary()["languages2" if len(code) == 2 else "languages3"]
    placed = len(region) != 2 or region.upper() in vocabulary()["countries"]
    return None if known and placed else Reason.NOT_A_LANGUAGE


def country(text: str) -> Reason | None:
    """A code of ISO 3166-1 alpha-2, all in upper or all in lower case."""
    fine = text.upper() in vocabulary()["countries"] and text in (text.upper(), text.lower())
    return None if fine else Reason.NOT_A_COUNTRY


def licence(text: str) -> Reason | None:
    """A valid SPDX expression of licences on the SPDX list, or of LicenseRef-s."""
    from license_expression import ExpressionError  # slow to load, and rarely needed

    if len(text) > _LONGEST_LICENCE:
        return Reason.NOT_A_LICENCE
    licensing = _licensing()
    try:
        expression = licensing.parse(text, simple=False)
    except (ExpressionError, ValueError, AttributeError, TypeError):  # the library leaks its own slips
        return Reason.NOT_A_LICENCE
    if expression is None:
        return Reason.NOT_A_LICENCE
    # "+" after a licence of the list means: or any later version.
    unknown = [key.removesuffix("+") for key in licensing.unknown_license_keys(expression)]
    fine = all(_LICENCE_REFERENCE.fullmatch(k) or not licensing.unknown_license_keys(k) for k in unknown)
    return None if fine else Reason.NOT_A_LICENCE


@cache
def _licensing() -> Any:
    from license_expression import get_spdx_licensing

    return get_spdx_licensing()


def one_of(name: str, text: str) -> Reason | None:
    """A word of one of the controlled lists."""
    return None if text in vocabulary()[name] else Reason.NOT_IN_LIST


def words_of(test: object) -> frozenset[str]:
    """The controlled list that a test made with `one_of` looks in; empty for any other test."""
    is_listed = isinstance(test, partial) and test.func is one_of
    return vocabulary()[test.args[0]] if is_listed else frozenset()  # type: ignore[attr-defined]


def length(text: str) -> int:
    """How many characters a reader sees: marks, joined emoji and the two letters of a flag count once."""
    return sum(1 for _ in _clusters(unicodedata.normalize("NFC", text)))


def _clusters(text: str) -> Iterable[str]:
    before, flags = "", 0
    for sign in text:
        is_flag = "\U0001f1e6" <= sign <= "\U0001f1ff"
        flags = flags + 1 if is_flag else 0
        marks = unicodedata.category(sign) in ("Mn", "Me", "Mc") or _JOINER in (sign, before)
        second = (is_flag and flags % 2 == 0) or (before, sign) == ("\r", "\n")
        if not (marks or second or _EMOJI_PART.match(sign)):
            yield sign
        before = sign
