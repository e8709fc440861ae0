# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a text says about tests: how they are run, and that a change must bring them."""

import re
from collections.abc import Iterable

from ospo.formats import ci_tests, program_code, text_lines
from ospo.formats.ci_tests import Strength
from ospo.formats.expression import Expression
from ospo.formats.guides import Guide, commands
from ospo.formats.outline import Block, BlockKind, find, may_head, plain

# Commands that run tests on the way to something else; without the word they explain no tests.
_BY_THE_WAY = re.compile(
    r"\bmvnw?(?:\.cmd)?\s(?!.*\btest)|\bgradlew?(?:\.bat)?\s(?!.*test)|\b(?:sbt|ct|projen|docker)\s(?!.*\btest)"
    r"|\bR(?:\.exe)? CMD check"
    r"|\bhelm\s+(?!.*test)|\brake\b(?!.*(?:test|spec))|cibuildwheel",
    re.I,
)
_ALIAS = re.compile(
    r"(?:cargo|npm|rake|composer|lein|mix|rebar3|dune|zig|ctest|script/)\s*[\w:-]*(?<![a-z])tests?(?![a-z])"
)
_MENTION = re.compile(
    r"\b(?:run|runs|running|execut\w+|perform\w*|draai\w*|voer\w*|uitvoer\w*|start\w*|pass(?:es|ed|ing)?|slagen"
    r"|slaagt)\b.{0,60}\btests?\b"
    r"|\btest(?:s| ?suite| ?cases?)?\b.{0,40}\b(?:run|pass(?:es|ed|ing)?|green|groen|slagen|slaagt|gedraaid"
    r"|uitgevoerd)\b|\bunit ?test",
    re.I,
)
_NO_COMMAND = re.compile(r"(?:import|from|const|require|@|assert|def|class|//)\b")
_TITLE = re.compile(
    r"\A(?:[\W\d_]*)(?:"
    r"(?:how (?:to|do i) |the |running |run |executing |execute |perform(?:ing)? |writing and running |start(?:ing)? )*"
    r"(?:(?:all|the|unit|integration|functional|acceptance|end[- ]to[- ]end|e2e|regression|bdd|automat(?:ed|ic|ion)"
    r"|local|smoke"
    r"|api|feature|application|server|python|go|js|frontend|backend)"
    r"(?: (?:and|en|of|&) | ?[/,&] ?| ))*"
    r"(?:tests?|testing|test suites?|tests? lokaal|testen)"
    r"(?: (?:locally|your changes|suite|runner|the (?:software|code|project|application|app|package)|with \w+|in docker"
    r"|strategy|coverage|workflow))*"
    r"|(?:de )?(?:unit ?|integratie ?|geautomatiseerde |automatische )?tests? (?:draaien|uitvoeren|starten)"
    r"|(?:geautomatiseerd|lokaal) testen|tests? (?:lokaal )?(?:draaien|uitvoeren)"
    r"|(?:unit|integratie|regressie)[- ]?tests?|(?:geautomatiseerde|automatische) tests?"
    r"|(?:build|building|lint|linting|code style|development|setup|install\w*|bouwen|quality|ci)(?: ?(?:,|and|&|en|/"
    r"|\+) ?(?:the )?\w*){0,3}? ?(?:and|&|en|/|\+) tests?(?:ing|en)?"
    r"|tests?(?:ing|en)?(?: ?(?:,|and|&|en|/|\+) ?(?:lint\w*|build\w*|format\w*|coverage|quality|kwaliteit|debug\w*"
    r"|develop\w*|ci|etc)){1,3}"
    r")[\W_]*\Z",
    re.I,
)
_HOW = re.compile(
    r"\b(?:run|runs|running|execut\w+|invok\w+|start\w*|launch\w*|perform\w*|use|using|draai\w*|uitvoer\w*|uitgevoerd"
    r"|voer|gebruik\w*)\b",
    re.I,
)
_FEWEST_WORDS = 6
_DEEPEST = 1  # folders above a text, whose name says nothing of rules, with a section on contributing

# Files of tests, by the folder they stand in or by their name, as test runners find them.
_TEST_FOLDER = re.compile(
    r"(?:^|/)(?:tests?|__tests__|specs?|e2e|t|testing|testsuite|unit[-_]?tests?|integration[-_]?tests?"
    r"|[\w.-]+\.Tests?)/",
    re.I,
)
_TEST_NAME = re.compile(
    r"(?:^|/)(?:test[_-][^/]*|tests?|[^/]*(?:[_.-](?:[Tt]ests?|[Ss]pec|cy)|[a-z0-9](?:Tests?|Spec|IT)))\.\w+$"
)

# Where build files name the command; with a text behind it that their own help shows.
_TARGET = r"^(?:(?:unit|run|py|go)[-_]?)?tests?(?:[-_:][\w-]+)?"
_BUILD_FILES = (
    (re.compile(r"package\.json"), re.compile(r"^\s*\"test(?::[\w:-]+)?\"\s*:\s*\"(?!\s*(?:echo|exit)\b)", re.M)),
    (re.compile(r"composer\.json"), re.compile(r"^\s*\"(?:test|phpunit)[\w:-]*\"\s*:", re.M)),
    (re.compile(r"(?:GNU)?[Mm]akefile|\.?[Jj]ustfile"), re.compile(rf"{_TARGET}(?: [^:=\n]{{0,200}})?:(?!=)", re.M)),
    (re.compile(r"[Tt]askfile\.ya?ml"), re.compile(r"^ {2,4}(?:unit[-_])?tests?[\w:-]*:", re.M)),
    (re.compile(r"tox\.ini|noxfile\.py"), re.compile(r"^\[testenv|^\s*def \w*test", re.M)),
    (
        re.compile(r"pyproject\.toml"),
        re.compile(r"^(?:unit[-_])?tests?(?:[-_:]\w+)? *= *[\"'{]|^\[tool\.tox", re.M),
    ),
)
_TOLD = re.compile(r"^[^:\n]{1,200}:[^\n]{0,200}?##\s*\w")

# A sentence that asks whoever proposes a change for tests: the noun, in a demand.
_KINDS = (
    r"(?:unit|integration|regression|functional|automat(?:ed|ic|ion)|acceptance|e2e|end[- ]to[- ]end|integratie"
    r"|geautomatiseerde"
    r"|postman|jest"
    r"|feature|new|additional|more|enough|sufficient|relevant|appropriate|own|corresponding|extra|nieuwe|eigen|failing"
    r"|working|several|valid)"
)
_TESTS = (
    rf"(?:(?:{_KINDS}[ -])*{_KINDS}[ -]?tests?(?:[ -]?(?:cases?|scripts?|suites?|coverage))?|tests(?!/"
    rf"| for\b.{{0,20}}\bdata)|(?:a"
    rf"|an|een) test"
    r"|test[ -]?(?:cases?|coverage|suites?|dekking|gevallen))"
)
_GAP = r"[^.!?]{0,80}?"
_LONGEST_TEMPLATE = 50_000  # characters
_BOX = re.compile(r"\s{0,8}[-*+] \[[ xX]?\] ")
_TEST_WORD = re.compile(r"\b(?:unit[- ]?|integration[- ]?|automated )?tests?\b|\btesten\b", re.I)
_FOR_CHANGE = re.compile(
    r"\b(?:add(?:ed)?|cover(?:s|ed|ing)?|writ(?:e|ten)|wrote|includ(?:e|es|ed)|updated?|provided?|toegevoegd"
    r"|geschreven|dekken|bijgewerkt)\b",
    re.I,
)
_ASKED = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # "add tests", "please include unit tests", "make sure to write tests"
        (
            rf"\b(?:add|adding|includ(?:e|ing)|writ(?:e|ing)|provid(?:e|ing)|creat(?:e|ing)|updat(?:e|ing)|supply"
            rf"|extend"
            rf"|bring)\b{_GAP}\b{_TESTS}\b"
        ),
        # "a pull request should include tests", "new code is covered by unit tests", "bug fixes require a test"
        (
            rf"\b(?:must|should|shall|needs?|requires?|have to|has to|covered|accompanied|come with|comes with"
            rf"|make sure"
            rf"|ensure)\b{_GAP}\b{_TESTS}\b"
        ),
        (
            rf"\b{_TESTS}\b[^.!?]{{0,30}}\b(?:required|mandatory|expected|must|should|needed|for (?:all|each|every|new"
            rf"|your)\b"
            r"|(?:have|has) been (?:added|written|updated)|(?:are|is) (?:added|included|present|updated)|(?:added"
            r"|updated"
            r"|included)$)"
        ),
        (
            rf"(?:\b(?:have|has|must be|should be)|[’']ve) (?:added|updated|written|included|wrote"
            rf"|extended)(?: and \w+)?\b{_GAP}\b{_TESTS}\b|\bchanges? with tests\b|\b(?:has|have"
            rf"|with) {_KINDS}?[ -]?tests?\b"
        ),
        # "voeg tests toe", "schrijf tests", "nieuwe code heeft tests", "tests zijn toegevoegd"
        rf"\b(?:voeg|schrijf|lever|maak|breid|werk|pas|neem|zorg|verwachten|vragen)\b{_GAP}\b{_TESTS}\b",
        rf"\b(?:heeft|hebben|bevat\w*|moet\w*|voorzien van|gedekt door|komt met)\b{_GAP}\b{_TESTS}\b",
        (
            rf"\b{_TESTS}\b{_GAP}\b(?:verplicht|vereist|nodig|moeten|toegevoegd|aanwezig|bijgewerkt|aangepast"
            rf"|geschreven)\b"
        ),
    )
)
# Stretches that speak of tests and ask for none: that they pass, where they stand, what they need.
_NO_DEMAND = re.compile(
    r"\b(?:no|not|without|zonder|geen|niet|never|nooit)\b[^.!?]{0,25}\btests?\b(?! (?:are|is) (?:not )?(?:accepted"
    r"|merged))"
    r"|\btests? ?(?:data|environment|omgeving|server|account|user|key|mode|page|project|runner|folder|director|bestand"
    r"|dependenc|group|file)\w*"
    r"|\b(?:run|runs|running|ran|execut\w+|pass|passes|passing|draai\w*|uitvoer\w*)\b[^,.;]{0,30}\btests?\b"
    r"|\btests?\b[^,.;]{0,30}\b(?:pass(?:es|ed|ing)?|slagen|slaagt|succeed\w*|green|groen|still|run|runs|gedraaid"
    r"|uitgevoerd)\b"
    r"|\btests? (?:should|must|need to|moeten) (?:go|live|stand|be (?:placed|named|handled|put|run|stored|located|able"
    r"|fast|small))\b"
    r"|^\W*tests?\W*:.*|\ball (?:the )?tests\b|\badding missing tests\b|\bcorrecting existing tests\b",
    re.I,
)
_SURELY = re.compile(
    r"\btests? (?:(?:are|were|have been|zijn) )?(?:added|updated|included|toegevoegd|bijgewerkt)\b"
    r"|\btests?\b[^.!?]{0,40}\bincl\w*\.? (?:additions|new)\b"
    r"|\btest-driven\b.{0,40}\b(?:required|expected|preferred)\b",
    re.I,
)
_BIDS = re.compile(
    r"^\W*(?:(?:also|please|always|and|then|first|make sure(?: to| you| that)?|be sure to|remember to|ensure(?: that)?"
    r"|don['’]t forget to|if \w+,?|ook|altijd|graag) ?)*"
    r"(?:you |you['’]ve |i |i['’]ve |je |have |has |we )*(?:add|added|adding|write|writing|written|include|including"
    r"|provide|create|update|extend|supply|voeg|schrijf|maak|lever|breid|pas|werk)\b",
    re.I,
)
_OF_A_CHANGE = re.compile(
    r"\b(?:change[sd]?|feature|functionality|fix(?:es)?\b|bug|patch|contribut|pull|merge|PRs?\b|MRs?\b|new|your|submit"
    r"|review|refactor|production code|endpoint|component"
    r"|wijziging|functionaliteit|bijdrag|verzoek|nieuwe|jouw|aanpassing|logic|code\b|source)\w*",
    re.I,
)
# Where rules for changes stand: texts by their name, and sections by their title.
_RULE_TEXT = re.compile(
    r"contribut|bijdrag|pull[-_ ]?request|merge[-_ ]?request|develop|ontwikkel|testing|tests?\b|quality|kwaliteit"
    r"|definition[-_ ]of[-_ ]done"
    r"|coding|style|guidelines?|richtlijn|agents\b|claude\b|workflow|review|hacking",
    re.I,
)
_RULE_TITLE = Expression(
    r"contribut|bijdrag|pull[-_ ]?request|merge[-_ ]?request|develop(?:ment|ing)\b|ontwikkel|\btest(?:s|ing|en)?\W*\Z"
    r"|definition of done|coding|guidelines",
    re.I,
)
_SENTENCE = re.compile(r"(?<!\bincl\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bbijv\.)(?<=[.!?:;])\s+|\n\s*\n")


def how_to_run(guide: Guide) -> int | None:
    """The line of a command that runs tests, or of a section about running them."""
    for section in guide.outline:
        about_tests = "test" in section.title.lower()
        for block in section.blocks:
            if line := _command(block, about_tests=about_tests):
                return line
            about_tests = "test" in section.title.lower() or "test" in block.text.lower()
    for section in find(guide.outline, _TITLE):
        if any(_explains(block) for block in section.blocks):
            return section.line
    return None


def mentions(guide: Guide) -> int | None:
    """The line that speaks of running tests, or of the program that does, without saying how."""
    for section in guide.outline:
        for block in section.blocks:
            if block.kind is not BlockKind.CODE and (
                _MENTION.search(plain(block.text)) or _is_runner(plain(block.text))
            ):
                return block.line
    return None


def _is_runner(text: str) -> bool:
    hit = ci_tests.find(text)
    return hit is not None and hit.strength is Strength.RUNNER


def _command(block: Block, *, about_tests: bool) -> int | None:
    """The line of a command in a block; what runs tests by the way counts where the text is about tests."""
    for offset, candidate in commands(block):
        hit = ci_tests.find(candidate)
        is_sure = (hit is not None and hit.strength <= Strength.TARGET) or _ALIAS.match(candidate) is not None
        if not is_sure or _NO_COMMAND.match(candidate):
            continue
        if about_tests or not _BY_THE_WAY.search(candidate):
            return block.line + offset
    return None


def _explains(block: Block) -> bool:
    return block.kind is BlockKind.CODE or (len(block.words) >= _FEWEST_WORDS and _HOW.search(block.text) is not None)


def asked_with_changes(guide: Guide) -> int | None:
    """The line of a sentence that asks for tests with a change, in a text or section with rules for changes."""
    is_rule = _RULE_TEXT.search(guide.path) is not None
    if not is_rule and guide.path.count("/") > _DEEPEST:
        return None
    if "test" not in guide.text.lower() or not (is_rule or may_head(guide.text, _RULE_TITLE)):
        return None
    sections = guide.outline if is_rule else tuple(find(guide.outline, _RULE_TITLE))
    for section in sections:
        for block in section.blocks:
            if block.kind is BlockKind.CODE or "test" not in block.text.lower():
                continue
            if any(map(_asks, _SENTENCE.split(plain(block.text)))):
                return block.line
    return None


def asked_in_template(text: str) -> int | None:
    """The line of a box to tick, in the template of a request, that is about tests for the change."""
    for number, line in enumerate(text_lines.of(text[:_LONGEST_TEMPLATE]), 1):
        if _BOX.match(line) and _TEST_WORD.search(line) and _FOR_CHANGE.search(line):
            return number
    return None


def _asks(sentence: str) -> bool:
    whole = " ".join(sentence[:600].split())
    if _SURELY.search(whole):
        return True
    text = _NO_DEMAND.sub(" ", whole)
    if not any(pattern.search(text) for pattern in _ASKED):
        return False
    return _OF_A_CHANGE.search(text) is not None or _BIDS.match(text) is not None


def has_tests(paths: Iterable[str]) -> bool:
    """True when a file of program code is a test, by its place or its name."""
    return any(program_code.language(p) and (_TEST_FOLDER.search(p) or _TEST_NAME.search(p)) for p in paths)


def is_build_file(path: str) -> bool:
    """True for a file in the root that may name the command for the tests."""
    return any(name.fullmatch(path) for name, _ in _BUILD_FILES)


def in_build_file(path: str, text: str) -> tuple[int, bool] | None:
    """The line that names a command for the tests, and whether the help of the build tool says what it is for."""
    for name, pattern in _BUILD_FILES:
        if not name.fullmatch(path) or not (found := pattern.search(text)):
            continue
        line = text.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip())) + 1
        lines = text.split("\n")
        above = lines[line - 2].strip() if line > 1 else ""
        is_recipe = path.lower().endswith("justfile") and above.startswith("# ")
        return line, is_recipe or _TOLD.match(lines[line - 1]) is not None
    return None
