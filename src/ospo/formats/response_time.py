# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""When who reports a weakness will hear something, as a policy says it: a span of time, or only vague words."""

import re
from collections.abc import Iterable

from ospo.formats.policies import Policy, Sentence

_WORDS = (
    r"one|two|three|four|five|six|seven|ten|fourteen|thirty|sixty|ninety|[eé][eé]n|twee|drie|vier|vijf|zes|zeven|tien|"
    r"veertien|dertig|zestig|negentig"
)
_UNIT = (
    r"(?:(?:business|working|calendar|werk|kalender)[ -]?)?"
    r"(?:hours?|hrs?|h|uur|uren|days?|dag(?:en)?|weeks?|weken|months?|maand(?:en)?|sprints?)"
)
_SPAN = re.compile(
    rf"(?<![\w.])(?:\d{{1,3}}|{_WORDS})(?: ?\(\w{{1,9}}\))?(?: ?(?:-|–|to|tot|or|of|à|a) ?(?:\d{{1,3}}|{_WORDS}))?"
    rf"[ -]{{0,2}}(?:full )?{_UNIT}\b|\b(?:within|in|binnen|next|volgende|same|dezelfde) (?:(?:a|an|the|de|een|"
    rf"[eé][eé]n) )?{_UNIT}\b",
    re.I,
)
# A span that limits: "within 90 days"; beside a fix a bare span often means something else.
_LIMIT = re.compile(
    r"\b(?:within|binnen|at most|maximaal|uiterlijk|no (?:more|later) than|less than|up to)\b|[<≤]", re.I
)
_ANSWER = re.compile(
    r"\back(?:nowledg\w*)?\b|\bconfirm\w*|\brespond\w*|\brespons(?:e|es)\b|\brepl(?:y|ies)\b|\banswer\w*|"
    r"\bget(?:ting)? back\b|\bhear (?:back|from)\b|\bcontact you\b|\bin touch\b|\btriage\w*|\bassess\w*|\bfeedback\b|"
    r"\bupdates? (?:you|on)\b|\bnotif\w+|\bevaluat\w+|\binvestigat\w+|\breview\w*|\bprocess(?:ed)?\b|"
    r"\bbevestig\w*|\breageer\w*|\breageren\b|\breactie\w*|\bantwoord\w*|\bbeantwoord\w*|\bterugkoppel\w*|"
    r"\blaten\b[^.]{0,30}\bweten\b|\bhoort?\b|\bhoren\b|\bcontact (?:met je|met u|op)\b|\bontvangst\w*|\bbeoordel\w*|"
    r"\bin behandeling\b|\binhoudelijk\w*|\bopvolg\w*",
    re.I,
)
_MENDED = re.compile(
    r"\bfix\w*|\bresol\w+|\bpatch\w*|\bremed\w+|\bmitigat\w+|\bdisclos\w+|\boplos\w*|\bopgelost\b|\bverhelp\w*|"
    r"\bverholpen\b|\bopenbaar\w*",
    re.I,
)
_VAGUE = re.compile(
    r"\bas (?:soon|fast|quickly) as\b|\bpromptly\b|\btimely\b|\bwithout (?:undue )?delay\b|\bASAP\b|"
    r"\bzo (?:snel|spoedig) mogelijk\b|\btijdig\b|\bspoedig\b|\bredelijke termijn\b|\breasonable time",
    re.I,
)
# Not about answers: how long versions get updates.
_OTHER_TITLE = re.compile(r"\bversions?\b|\bversies?\b|\brelease", re.I)


def promised(policy: Policy) -> int | None:
    """The line of the first sentence that gives a span of time for an answer, or a limit for a fix."""
    return next((sentence.line for sentence in _about_reports(policy) if _promises(sentence)), None)


def only_vague(policy: Policy) -> int | None:
    """The line that speaks of an answer without saying when: "as soon as possible"."""
    for sentence in _about_reports(policy):
        if _VAGUE.search(sentence.text) and _ANSWER.search(sentence.text):
            return sentence.line
    return None


def _about_reports(policy: Policy) -> Iterable[Sentence]:
    return (sentence for sentence in policy.sentences if not _OTHER_TITLE.search(sentence.title))


def _promises(sentence: Sentence) -> bool:
    if not _SPAN.search(sentence.text):
        return False
    if _ANSWER.search(sentence.text) or _ANSWER.search(sentence.title):
        return True
    return _MENDED.search(sentence.text) is not None and _LIMIT.search(sentence.text) is not None
