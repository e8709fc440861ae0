# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a contributing guide asks of a contribution: kinds of requirement, told by rule from its sentences (nl, en).

Generous on purpose: a guide has a kind as soon as one sentence, heading or command is about it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from ospo.formats import contacts
from ospo.formats.expression import Expression
from ospo.formats.outline import BlockKind, Section, find, plain, sections


class Requirement(StrEnum):
    """A kind of thing that a guide asks."""

    TESTS = "tests"
    STYLE = "style"
    SIGN_OFF = "sign-off"
    COMMITS = "commits"
    CHECKS = "checks"
    REVIEW = "review"
    DISCUSSION = "discussion"
    SCOPE = "scope"
    DOCUMENTATION = "documentation"
    DESCRIPTION = "description"
    LICENCE = "licence"


_CHANGE = r"(?:pull[- ]?requests?|merge[- ]?requests?|PRs?|MRs?|contributions?|changes?|wijziging(?:en)?|bijdragen?)"
_KINDS: Mapping[Requirement, Expression] = {
    Requirement.TESTS: Expression(
        r"\b(?:add|adds|write|writes|includ\w+|provid\w+|run|runs|running|ran|execut\w+|cover\w*|pass\w*|with|updat\w+|"
        r"schrijf\w*|draai\w*|voeg\w*|voer\w*|slagen?|met|perform\w*)\b[^.]{0,80}\b(?:unit|regressi(?:on|e))?-?"
        r"(?:tests?|testsuite|test[- ](?:cases?|coverage|suite)|testen|testgevallen)\b|"
        r"\btests?\b[^.]{0,60}\b(?:must|should|pass\w*|requir\w+|expect\w*|needed|moet\w*|slagen?|verplicht|groen)\b|"
        r"\b(?:must|should|moet\w*|is|are|wordt|worden|fully) (?:\w+ )?(?:unit[- ])?(?:tested|getest)\b|"
        r"\b(?:test|code) ?coverage\b|\b(?:pytest|tox|npm (?:run )?test|make test|go test|cargo test|mvn test|"
        r"gradlew? test|phpunit)\b",
        re.I,
    ),
    Requirement.STYLE: Expression(
        r"\b(?:code|coding|programming|naming|writing) ?-?(?:style|styles|conventions?|standards?|guidelines?)\b|"
        r"\bstyle[- ]?guides?\b|\bstyleguides?\b|\bcodestijl\b|\bcodeconventies\b|\bcodeerstijl\b|\bstijlgids\b|"
        r"\bschrijf(?:stijl|wijzer)\b|\bplain (?:english|language)\b|\blint(?:s|er|ers|ing)?\b|\bformatt(?:er|ing)\b|"
        r"\bpre-commit\b|\bpep ?-?8\b|\bpsr-?12\b|\beditorconfig\b|"
        r"\b(?:black|ruff|flake8|pylint|isort|eslint|prettier|clippy|rustfmt|gofmt|golangci-lint|checkstyle|ktlint|"
        r"spotless|phpcs|php-cs-fixer|clang-format|rubocop|lintr|styler|markdownlint)\b",
        re.I,
    ),
    Requirement.SIGN_OFF: Expression(
        r"\bsign(?:ed|s|ing)?[- ]?off\b|\bgit commit (?:-\w+ )?(?:-s|--signoff)\b|\bdco\b|"
        r"\bdeveloper'?s? certificate of origin\b|\bcla\b|\bcontributors?'? licen[cs]e agreement\b|"
        r"\bsigned commits?\b|\bsign (?:your|all|the) commits?\b|\bcommits? (?:must be |should be )?signed\b|"
        r"\bbijdragers?overeenkomst\b",
        re.I,
    ),
    Requirement.COMMITS: Expression(
        r"\bcommit[- ]?(?:message|title|convention|style|bericht|guideline)\w*\b|\bconventional[- ]commits?\b|"
        r"\bgit messages?\b|\batomic commits?\b|\bsquash\w*\b|\brebas\w+\b|\blinear history\b|\bgitmoji\b|"
        r"\b(?:descriptive|clear|meaningful|duidelijke) commits?\b",
        re.I,
    ),
    Requirement.CHECKS: Expression(
        r"\b(?:checks?|ci|pipelines?|builds?|workflows?|github actions)\b[^.]{0,60}"
        r"\b(?:pass\w*|succe\w+|green|slag\w+|groen|geslaagd)\b|"
        r"\bpass\w*\b[^.]{0,40}\b(?:checks?|ci|pipelines?|builds?)\b",
        re.I,
    ),
    Requirement.REVIEW: Expression(
        r"\b(?:must|need\w*|requir\w+|at least|has to|have to|before|after|once|until|will be|are|is|moet\w*|minstens|"
        r"minimaal|tenminste|ten minste|voordat|nadat|wordt|worden|pas)\b[^.]{0,80}"
        r"\b(?:review\w*|approv\w+|sign-?off by|beoordeel\w*|goedgekeurd|goedkeuring\w*|akkoord)\b",
        re.I,
    ),
    Requirement.DISCUSSION: Expression(
        r"\b(?:issue|discuss\w*|proposal|voorstel|overleg\w*|contact)\b[^.]{0,100}\b(?:first|before\w*|beforehand|prior|"
        r"eerst|vooraf|voordat|alvorens)\b|"
        r"\b(?:first|before\w*|prior|eerst|vooraf|voordat|alvorens)\b[^.]{0,100}\b(?:issues?|discuss\w*|proposal|voorstel|"
        r"overleg\w*|contact)\b|"
        r"\b(?:refer\w*|link\w*|mention\w*|relat\w+|clos\w+|fix\w*|verwijs\w*|koppel\w*|noem\w*)\b[^.]{0,60}"
        r"\bissue(?:s|[- ]?(?:number|nummer))?\b|\bissue[- ]?(?:number|nummer)\b",
        re.I,
    ),
    Requirement.SCOPE: Expression(
        rf"\b(?:one|single|separate|small|focus\w*|één|aparte?|kleine?)\b[^.]{{0,50}}\b{_CHANGE}\b|"
        rf"\b{_CHANGE}\b[^.]{{0,50}}\b(?:small|focus\w*|single|klein|in scope|out of scope|"
        r"backwards?[- ]compatib\w+)\b",
        re.I,
    ),
    Requirement.DOCUMENTATION: Expression(
        r"\b(?:updat\w+|add\w*|chang\w+|writ\w+|includ\w+|maintain|document|keep|adapt\w*|bijwerken|werk|pas|voeg\w*|"
        r"schrijf\w*)\b[^.]{0,60}\b(?:docs?|documentation|documentatie|docstrings?|readme|change ?log|changes file|"
        r"release notes|wijzigingenlogboek)\b|"
        r"\b(?:document|documenteer) (?:your|the|any|all|new|je|jouw|de|nieuwe)\b|"
        r"\b(?:must|should|moet\w*|be|worden) (?:properly |well |goed )?(?:documented|gedocumenteerd)\b",
        re.I,
    ),
    Requirement.DESCRIPTION: Expression(
        r"\b(?:clear|descriptive|detailed|meaningful|short|good|concise|proper|duidelijke?|korte|goede|heldere?)\b"
        r"[^.]{0,40}\b(?:titles?|titel|descriptions?|summary|beschrijving|omschrijving|toelichting|uitleg)\b|"
        r"\b(?:describ\w+|explain\w*|beschrijf\w*|omschrijf\w*|motiveer|onderbouw\w*|leg\b[^.]{0,30}\buit)\b"
        rf"[^.]{{0,60}}\b(?:what|why|how|wat|waarom|hoe|approach|reason|problem|{_CHANGE})\b|"
        rf"\bdescription of (?:the |your )?{_CHANGE}",
        re.I,
    ),
    Requirement.LICENCE: Expression(
        r"\b(?:contribut\w+|bijdra\w+|submi\w+)\b[^.]{0,120}\b(?:licen[cs]ed?|licenties?\w*)\b|"
        r"\blicen[cs]e header\b|\bspdx\b|\breuse (?:lint|spec\w*|compliant)\b",
        re.I,
    ),
}
_CLOSED = Expression(
    r"\b(?:do|does|can|will|are|is|we|generally)(?: \w+)? ?(?:not|n't|cannot|unable to)(?: \w+){0,2} "
    r"(?:accept\w*|merge|take|open (?:to|for)|organi[sz]ed around|looking for)(?: \w+){0,3}? "
    r"(?:contributions?|pull requests?|merge requests?|them|patches)\b"
    r"(?!,? (?:that|which|without|unless|if|when|until|from (?!outside|external|third|the public)|on\b"
    r"|to (?:the )?[a-z]+ branch\b))|"
    r"\b(?:geen|niet open voor)(?: \w+){0,2} (?:bijdragen|pull requests?|merge requests?)(?: \w+){0,3}? "
    r"(?:aan|open|geaccepteerd|aangenomen|mogelijk|in behandeling)\b|\bbijdragen van buiten(?:af)? nemen we niet aan\b",
    re.I,
)
# Sections that ask something of whoever reports or asks, or of the maintainers at a release, not of a contribution.
_ASIDE = re.compile(
    r"\b(?:bugs?|issues?|reporting|melden|meldingen|questions?|vra(?:ag|gen)|support|vulnerabilit\w+|kwetsbaarhe\w+|"
    r"releas(?:e|es|ing)|uitbrengen|publish(?:ing)?|deploy\w*|uitrol\w*)\b",
    re.I,
)
_OF_A_CHANGE = re.compile(rf"\b{_CHANGE}\b|\bcontribut\w+|\bcode\b(?! of)|\bcommits?\b", re.I)
# Headings of a README below which it says how to contribute.
_SECTION = re.compile(
    r"\bcontribut(?:e|ing|ions?)\b|\bbij(?: te )?drag(?:en|e)\b|\bmeedoen\b|\bmee ?(?:werken|helpen)\b|"
    r"\b(?:pull|merge) requests?\b|\b(?:wijziging|verbetering)(?:en)? (?:voorstellen|aandragen|insturen)\b",
    re.I,
)
# Words in the path of a link, or names of a host, that say that a guide stands there.
_GUIDE = re.compile(
    r"^(?:https?://[^/\s]{1,200}/)?\S{0,400}?(?:contribut|bijdra|guideline|richtlijn|develop|ontwikkel|style-?guide|handbook|"
    r"handleiding|wiki|coding|pull[-_]?request|(?:^|/)docs?/|/\.github\b)|"
    r"^https?://(?:docs?|wiki|handbook|developers?|contribut\w*)\.|^https?://[^/\s]{1,200}\.(?:readthedocs|gitbook)\.",
    re.I,
)
_OF_OTHERS = re.compile(
    r"//(?:docs\.github\.com|help\.github\.com|guides\.github\.com|opensource\.guide|docs\.gitlab\.com|"
    r"(?:www\.)?contributor-covenant\.org|(?:www\.)?conventionalcommits\.org|developercertificate\.org|"
    r"img\.shields\.io|codecov\.io|[^\s]{1,300}(?:/badge\b|\.(?:svg|png|gif|jpe?g)\b)|"
    r"(?:www\.)?python\.org|peps\.python\.org|google\.github\.io|[\w.-]*\.readthedocs\.io/?$)",
    re.I,
)
_REFERS = Expression(
    r"\b(?:refer to|see|read|follow|check out|visit|find|consult|raadpleeg|zie|lees|volg|bekijk)\b[^.]{0,80}"
    r"\b(?:guides?|guidelines?|documentation(?: site)?|docs|manual|handbook|wiki|handleiding|richtlijn(?:en)?|"
    r"documentatie|website)\b",
    re.I,
)
_INCLUDED = re.compile(r"^\.\. (?:md)?include:: (?P<target>\S{1,300})", re.M)


def requirements(text: str, path: str = "") -> dict[Requirement, int]:
    """Each kind of requirement that the text has, with the line (from 1) where it says so first."""
    found: dict[Requirement, int] = {}
    for section in _about_changes(sections(text, path)):
        for line, words in _stretches(section):
            for kind, pattern in _KINDS.items():
                if kind not in found and pattern.search(words):
                    found[kind] = line
    return found


def section_of(text: str, path: str = "") -> Section | None:
    """The section of a README on contributing, with something below its heading."""
    return next((section for section in find(sections(text, path), _SECTION) if section.text.strip()), None)


def closed_line(text: str, path: str = "") -> int | None:
    """The line that says that contributions from outside are not taken."""
    every = (stretch for section in sections(text, path) for stretch in _stretches(section))
    return next((line for line, words in every if _CLOSED.search(words)), None)


def references(text: str, path: str = "") -> Iterator[contacts.Link]:
    """The links to places where more of the guide may stand: files of the repository, or pages elsewhere."""
    for found in _INCLUDED.finditer(text):
        yield contacts.Link(found["target"], text.count("\n", 0, found.start()) + 1)
    blocks = (block for section in sections(text, path) for block in section.blocks)
    for block in (block for block in blocks if block.kind is not BlockKind.CODE):
        for link in contacts.links(block.text):
            if _GUIDE.search(link.target) and not _OF_OTHERS.search(link.target):
                yield contacts.Link(link.target, block.line + link.line - 1)


def reference_line(text: str, path: str = "") -> int | None:
    """The line of a sentence that sends the reader to a guide, with or without a link."""
    every = (stretch for section in sections(text, path) for stretch in _stretches(section))
    return next((line for line, words in every if _REFERS.search(words)), None)


def _about_changes(outline: Sequence[Section]) -> Iterator[Section]:
    """The sections but those about reports, questions and releases, with all that stands below such headings."""
    aside: int | None = None
    for section in outline:
        if aside is not None and section.level > aside:
            continue
        is_aside = _ASIDE.search(section.title) and not _OF_A_CHANGE.search(section.title)
        aside = section.level if is_aside else None
        if aside is None:
            yield section


def _stretches(section: Section) -> Iterator[tuple[int, str]]:
    """The heading, and every paragraph, item and stretch of code below it, each as one line of words."""
    if section.title:
        yield section.line, section.title
    for block in section.blocks:
        yield block.line, " ".join(plain(block.text).split())
