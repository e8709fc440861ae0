# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Credentials in a file: private keys and tokens whose form leaves no doubt. The value itself never leaves here.

Precision goes before completeness: a token counts only with the prefix, length and check digits of its issuer, or
with enough randomness where it has no check digits. Passwords, connection strings and JWTs have no such form and are
not looked for. Forms of tokens: the documentation of each issuer; GitHub and npm end in the CRC-32 of the rest in
base 62 (https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/).
"""

import math
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from ospo.formats import private_keys

MAX_BYTES = 1_000_000  # of a file; what comes after it is data
MOST_HITS = 20

# Keys that their issuer lets programs show to everybody, so finding one does not settle that it is a leak.
OFTEN_PUBLIC = frozenset({"google-api-key", "google-client-secret"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A credential: what kind it is, and its line (from 1). `is_excused`: a remark beside it tells scanners to pass."""

    kind: str
    line: int
    is_excused: bool = False


@dataclass(frozen=True, slots=True)
class _Form:
    """How a token of one kind looks: its whole text, and a test of the value for tokens with check digits."""

    kind: str
    pattern: re.Pattern[bytes]
    is_real: Callable[[bytes], bool]


_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_MADE_UP = re.compile(
    rb"example|test|dummy|fake|sample|placeholder|change|your|secret|token|redacted|x{4}|\*{3}|(.)\1{4}|0123|1234|abcd",
    re.IGNORECASE,
)
_ENOUGH_BITS = 3.2  # of Shannon entropy a character: random hexadecimal has 3.5 or more, words and patterns less


def _has_check_digits(token: bytes) -> bool:
    """True when the last six characters are the CRC-32 of what stands between them and the prefix."""
    body = token.partition(b"_")[2]
    number, digits = zlib.crc32(body[:-6]), ""
    for _ in range(6):
        number, rest = divmod(number, 62)
        digits = _BASE62[rest] + digits
    return digits.encode() == body[-6:]


def _is_random(token: bytes) -> bool:
    counts = Counter(token)
    bits = -sum(n / len(token) * math.log2(n / len(token)) for n in counts.values())
    return bits >= _ENOUGH_BITS and not _MADE_UP.search(token)


def _form(kind: str, pattern: bytes, is_real: Callable[[bytes], bool] = _is_random) -> _Form:
    return _Form(kind, re.compile(pattern), is_real)


# By how a run of at least `_LONG` of the characters [A-Za-z0-9_-] begins.
_LONG = 25
_BY_START: dict[bytes, _Form] = {
    **{
        start: _form("github-token", rb"gh[pousr]_[A-Za-z0-9]{36}", _has_check_digits)
        for start in (b"ghp_", b"gho_", b"ghu_", b"ghs_", b"ghr_")
    },
    b"github_pat_": _form("github-token", rb"github_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59})"),
    b"npm_": _form("npm-token", rb"npm_[A-Za-z0-9]{36}", _has_check_digits),
    **{
        start: _form("gitlab-token", rb"gl[a-z]{1,6}-((?:t\d+_)?[\w-]{20,300})")
        for start in (b"glpat-", b"glptt-", b"gldt-", b"glrt-", b"glcbt-", b"glsoat-", b"glagent-", b"glft-", b"glimt-")
    },
    **{
        start: _form("slack-token", rb"xox[abeprs]-((?:\d{10,13}-){1,3}[A-Za-z0-9]{24,64})")
        for start in (b"xoxb-", b"xoxp-", b"xoxa-", b"xoxr-", b"xoxs-", b"xoxe-")
    },
    b"AIza": _form("google-api-key", rb"AIza([\w-]{35})"),
    b"GOCSPX-": _form("google-client-secret", rb"GOCSPX-([\w-]{28})"),
    b"pypi-AgE": _form("pypi-token", rb"pypi-AgEIcHlwaS5vcmc([\w-]{50,1000})"),
    b"sk_live_": _form("stripe-key", rb"sk_live_([A-Za-z0-9]{24,200})"),
    b"rk_live_": _form("stripe-key", rb"rk_live_([A-Za-z0-9]{24,200})"),
    b"dop_v1_": _form("digitalocean-token", rb"dop_v1_([a-f0-9]{64})"),
    b"dckr_pat_": _form("docker-token", rb"dckr_pat_([\w-]{27})"),
    b"rubygems_": _form("rubygems-key", rb"rubygems_([a-f0-9]{48})"),
    b"hf_": _form("hugging-face-token", rb"hf_([A-Za-z]{34})"),
    b"glsa_": _form("grafana-token", rb"glsa_([A-Za-z0-9]{32}_[A-Fa-f0-9]{8})"),
    b"squ_": _form("sonarqube-token", rb"squ_([a-f0-9]{40})"),
    b"sqp_": _form("sonarqube-token", rb"sqp_([a-f0-9]{40})"),
    b"sk-ant-": _form("anthropic-key", rb"sk-ant-[a-z]{2,8}\d\d-([\w-]{80,120})"),
    b"sk-": _form("openai-key", rb"sk-([\w-]{20,100}T3BlbkFJ[\w-]{20,100})"),
    b"AGE-SECRET-KEY-1": _form("age-key", rb"AGE-SECRET-KEY-1([QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})"),
    b"ATATT3xFfGF0": _form("atlassian-token", rb"ATATT3xFfGF0([\w-]{150,250})"),
}
_STARTS = tuple(_BY_START)
_FIRST = frozenset(start[0] for start in _STARTS)
# By what stands before a long run: SG.<22 characters>.<43 characters>, and the parts of a Vault token.
_SENDGRID = _form("sendgrid-key", rb"SG\.[\w-]{22}\.([\w-]{43})")
_VAULT = _form("vault-token", rb"hvs\.([\w-]{90,200})")
_AZURE_SECRET = _form("azure-client-secret", rb"[\w~.-]{3}[78]Q~([\w~.-]{31,34})")
_BEFORE = frozenset(b".~")
# By a text that is quick to find in any file.
_BY_TEXT: dict[bytes, _Form] = {
    b"hooks.slack.com/services/T": _form(
        "slack-webhook", rb"hooks\.slack\.com/services/T\w{7,12}/B\w{7,12}/([A-Za-z0-9]{24})(?!\w)"
    ),
    b"AccountKey=": _form("azure-storage-key", rb"AccountKey=([A-Za-z0-9+/]{86}==)"),
}
KINDS = frozenset({"private-key", "aws-key"}) | {
    form.kind for form in (*_BY_START.values(), *_BY_TEXT.values(), _SENDGRID, _VAULT, _AZURE_SECRET)
}
# The account of the storage emulator and of the Cosmos emulator: the same, published keys for everybody.
_PUBLISHED = (b"Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1", b"C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEH")
_AWS_ID = re.compile(rb"(?<![A-Z0-9])AKIA([A-Z2-7]{16})(?![A-Za-z0-9])")
_AWS_SECRET = re.compile(rb"(?<![A-Za-z0-9/+=_-])([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=_-])")
_NEAR = 500
_MOST_IDS = 200  # looked at in one file
_ONLY_HEXADECIMAL = re.compile(rb"[0-9a-f]+|[0-9A-F]+")

_PASSED_OVER_NAMES = frozenset(
    {"package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yml", "pnpm-lock.yaml", "go.sum", "go.work.sum"}
)
_PASSED_OVER = (
    *(".lock", ".svg", ".css", ".sass", ".scss", ".less", ".map", ".po", ".pot", ".xlf", ".trig", ".rdf", ".ttl"),
    *(".owl", ".nt", ".nq", ".geojson", ".gml", ".snap", ".min.js"),
)
_EXCUSE = re.compile(rb"gitleaks:allow|allowlist secret|trufflehog:ignore|ggignore|nosec|noqa|NOSONAR", re.IGNORECASE)
# Characters of a run are mapped to "a", all others to a space: a long run is then one search for one text.
_CLASSES = bytes(97 if chr(byte) in _BASE62 + "_-" else 32 for byte in range(256))
_RUN = b"a" * _LONG


def is_looked_at(path: str) -> bool:
    """False for lists of checksums, drawings, styles, linked data and what a machine put together: no place to hide."""
    lower = path.lower()
    return not lower.endswith(_PASSED_OVER) and lower.rpartition("/")[2] not in _PASSED_OVER_NAMES


def find(content: bytes) -> tuple[Hit, ...]:
    """The credentials in the content of a file, in the order of their lines; binary files have none."""
    text = content[:MAX_BYTES]
    if text.find(b"\0", 0, 8000) >= 0:
        return ()
    found = dict(_tokens(text))
    if private_keys.MARK in text:
        found |= dict.fromkeys(private_keys.find(text), "private-key")
    if b"AKIA" in text:
        found |= dict.fromkeys(_aws(text), "aws-key")
    for mark, form in _BY_TEXT.items():
        if mark in text:
            found |= {m.start(): form.kind for m in form.pattern.finditer(text) if _counts(form, m)}
    hits = (_hit(text, place, kind) for place, kind in sorted(found.items())[:MOST_HITS])
    return tuple(dict.fromkeys(hits))


def _tokens(text: bytes) -> Iterator[tuple[int, str]]:
    """The offset and kind of each token that stands in one long run of characters."""
    classes = text.translate(_CLASSES)
    start = classes.find(_RUN)
    while start >= 0:
        end = classes.find(b" ", start + _LONG)
        end = len(text) if end < 0 else end
        if text[start] in _FIRST and text.startswith(_STARTS, start, end):
            yield from _begun(text, start, end)
        elif text[start - 1] in _BEFORE:
            yield from _followed(text, start, end)
        start = classes.find(_RUN, end)


def _begun(text: bytes, start: int, end: int) -> Iterator[tuple[int, str]]:
    run = text[start:end]
    form = next(form for begin, form in _BY_START.items() if run.startswith(begin))
    match = form.pattern.fullmatch(run)
    if match and _counts(form, match):
        yield start, form.kind


def _followed(text: bytes, start: int, end: int) -> Iterator[tuple[int, str]]:
    for form, before in ((_SENDGRID, 26), (_VAULT, 4), (_AZURE_SECRET, 6)):
        place = start - before
        match = form.pattern.fullmatch(text[place:end]) if place >= 0 else None
        if match and _counts(form, match):
            yield place, form.kind


def _counts(form: _Form, match: re.Match[bytes]) -> bool:
    value = match[match.lastindex or 0]
    return not value.startswith(_PUBLISHED) and form.is_real(value)


def _aws(text: bytes) -> Iterator[int]:
    """Where the id of a lasting key stands with its secret nearby: the id alone opens nothing."""
    for match in islice(_AWS_ID.finditer(text), _MOST_IDS):
        nearby = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        secrets = (m[1] for m in _AWS_SECRET.finditer(nearby) if not _ONLY_HEXADECIMAL.fullmatch(m[1]))
        if _is_random(match[1]) and any(
            _is_random(value) and any(c in b"0123456789" for c in value) for value in secrets
        ):
            yield match.start()


def _hit(text: bytes, place: int, kind: str) -> Hit:
    begin = text.rfind(b"\n", 0, place) + 1
    end = text.find(b"\n", place)
    line = text[begin : end if end >= 0 else len(text)][:2000]
    return Hit(kind, text.count(b"\n", 0, place) + 1, _EXCUSE.search(line) is not None)
