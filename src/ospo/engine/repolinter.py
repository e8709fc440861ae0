# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking over a rule set of repolinter: which rules ask what a check of ours asks, and why the others stay behind."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ospo.domain.identifier import CheckId
from ospo.domain.profile import Importance
from ospo.formats.repolinter import Rule, RuleSet


class Reason(StrEnum):
    """Why a rule is not taken over."""

    OFF = "off"
    CONDITION = "condition"
    ELSEWHERE = "elsewhere"
    ASKS_MORE = "asks-more"
    WORDS = "words"
    NO_CHECK = "no-check"
    FORGE = "forge"
    FIXED = "fixed"
    LOG = "log"
    STATE = "state"
    SIZE = "size"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class Taken:
    """A rule that a check of ours asks as well; `by_name` when its own text was not there to read."""

    rule: Rule
    check: CheckId
    importance: Importance
    by_name: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """A rule that is not taken over; `check` is one of ours that comes near and asks more."""

    rule: Rule
    reason: Reason
    check: CheckId | None = None


@dataclass(frozen=True, slots=True)
class Takeover:
    """What came of a rule set."""

    taken: tuple[Taken, ...]
    refused: tuple[Refused, ...]

    def checks(self, importance: Importance) -> tuple[CheckId, ...]:
        """The checks of this importance, each once; what is a must by another rule is no should."""
        musts = {t.check for t in self.taken if t.importance is Importance.MUST}
        found = (t.check for t in self.taken if t.importance is importance)
        return tuple(dict.fromkeys(c for c in found if importance is Importance.MUST or c not in musts))


_Answer = CheckId | tuple[Reason, CheckId | None]
_IMPORTANCE = {"error": Importance.MUST, "warning": Importance.SHOULD}


def _more(check: str) -> _Answer:
    return Reason.ASKS_MORE, CheckId(check)


_NO_CHECK: _Answer = (Reason.NO_CHECK, None)
# By what the globs of a rule name: a file of which there is a check on the same question, or on a harder one.
_FILES: tuple[tuple[re.Pattern[str], _Answer], ...] = tuple(
    (re.compile(pattern, re.I), answer)
    for pattern, answer in (
        (r"^(?:licen[cs]e|copying)\b", CheckId("has-licence-file")),
        (r"^contrib(?:uting|ute)?\b", CheckId("has-contributing")),
        (r"^(?:changelog|changes|history|release[-_]?notes)\b", CheckId("has-changelog")),
        (r"^security\.txt$", _more("has-valid-security-txt")),
        (r"^security[-_]insights\b", _more("security-insights-is-valid")),
        (r"^security\b", CheckId("has-security-policy")),
        (r"^governance\b", CheckId("has-governance")),
        (r"^maintainers\b", CheckId("names-maintainers")),
        (r"^readme\b", _more("readme-explains-the-project")),
        (r"^code[-_ ]?of[-_ ]?conduct\b", _more("code-of-conduct-names-contact")),
        (r"^codeowners\b", _more("codeowners-is-valid")),
        (r"^publiccode\.ya?ml$", _more("has-valid-publiccode")),
        (r"^roadmap\b", _more("roadmap-is-current")),
        (r"^(?:dependabot|renovate|\.renovaterc)", CheckId("updates-dependencies")),
    )
)
_PIPELINE = re.compile(
    r"^(?:\.gitlab-ci\.ya?ml|\.travis\.ya?ml|\.?appveyor\.ya?ml|circle\.ya?ml|\.circleci/.+|Jenkinsfile\*?|\.drone\.ya?ml"
    r"|\.github/workflows/.+|azure-pipelines\.ya?ml|\.woodpecker.+|\.forgejo/workflows/.+)$",
    re.I,
)
_PROGRAM = re.compile(r"^[\w*/.{},-]*\.(?:exe|dll|so|dylib|a|o|obj|lib|class|jar|war|pyc|wasm|bin)$", re.I)
_BRACES = re.compile(r"\{[^{}]*\}")
# By the type of the rule, when nothing in its options decides.
_TYPES: dict[str, _Answer] = {
    "license-detectable-by-licensee": CheckId("licence-text-is-known"),
    "file-starts-with": _more("files-carry-reuse-information"),
    "file-contents": (Reason.WORDS, None),
    "file-not-contents": (Reason.WORDS, None),
    "json-schema-passes": (Reason.WORDS, None),
    "file-hash": (Reason.FIXED, None),
    "file-hashes-not-exist": (Reason.FIXED, None),
    "file-no-broken-links": (Reason.LINKS, None),
    "git-grep-commits": (Reason.LOG, None),
    "git-grep-log": (Reason.LOG, None),
    "git-list-tree": (Reason.LOG, None),
    "git-working-tree": (Reason.STATE, None),
    "large-file": (Reason.SIZE, None),
    "best-practices-badge-present": (Reason.FORGE, None),
}
_EXISTENCE = ("file-existence", "directory-existence")
_ABSENCE = ("file-not-exists", "file-type-exclusion")
_NAMED = re.compile(r"^(?P<stem>.{1,40})-file-exists$")


def take_over(rules: RuleSet) -> Takeover:
    """Go through the rules; those of a set that this one extends must have been put below it (`RuleSet.on`)."""
    taken, refused = [], []
    for rule in rules.rules.values():
        reason = _bar(rule)
        if reason is not None:
            refused.append(Refused(rule, reason))
            continue
        answer = _answer(rule)
        if isinstance(answer, tuple):
            refused.append(Refused(rule, *answer))
        else:
            taken.append(Taken(rule, answer, _IMPORTANCE[rule.level], not rule.type))
    return Takeover(tuple(taken), tuple(refused))


def _bar(rule: Rule) -> Reason | None:
    """What keeps a rule out whatever it asks."""
    if rule.level == "off":
        return Reason.OFF
    if [w for w in rule.where if w not in ("license=*", "language=*")]:
        return Reason.CONDITION
    return None


def _answer(rule: Rule) -> _Answer:
    globs = [g for g in rule.texts("globsAny", "globsAll", "files", "type") if not g.startswith("!")]
    if not rule.type:
        named = _NAMED.match(rule.name)
        return _of_files([named["stem"]]) if named else (Reason.ELSEWHERE, None)
    if rule.type in _EXISTENCE:
        return _of_files(globs)
    if rule.type in _ABSENCE:
        is_programs = bool(globs) and all(_PROGRAM.match(glob) for glob in globs)
        return CheckId("has-no-generated-binaries") if is_programs else _NO_CHECK
    if rule.type == "file-contents" and _is_contact(rule, globs):
        return CheckId("code-of-conduct-names-contact")
    return _TYPES.get(rule.type, _NO_CHECK)


def _of_files(globs: Iterable[str]) -> _Answer:
    """The answer when every glob names the same file."""
    found = {_of_file(glob) for glob in globs}
    return found.pop() if len(found) == 1 else _NO_CHECK


def _of_file(glob: str) -> _Answer:
    if _PIPELINE.match(glob):
        return CheckId("has-ci")
    name = _BRACES.sub("", glob[:200]).rpartition("/")[2]
    return next((answer for pattern, answer in _FILES if pattern.match(name)), _NO_CHECK)


def _is_contact(rule: Rule, globs: list[str]) -> bool:
    """Whether a rule asks for an address in the code of conduct."""
    is_code = bool(globs) and all(_of_file(glob) == _more("code-of-conduct-names-contact") for glob in globs)
    words = " ".join(rule.texts("content", "human-readable-content"))
    return is_code and ("@" in words or "mail" in words.lower())
