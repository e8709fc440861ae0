# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The texts that tell how to work with the code: README, CONTRIBUTING, manuals, and links to manuals elsewhere."""

import re
import weakref
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import community_files, outline, tree
from ospo.formats.expression import Expression
from ospo.formats.outline import Block, BlockKind, Section
from ospo.formats.tree import Paths

_MOST = 120  # texts of one repository; what stands deeper than that nobody finds either
_DEEPEST = 4  # folders above a text about a part

_TEXT = r"(?:\.(?:md|markdown|mdx|rmd|qmd|rst|adoc|asciidoc|asc|txt|org))"
_START = Expression(
    rf"(?:readme|lees[-_ ]?mij|contribut\w*(?:[-_ ]guid\w+)?|bijdragen)(?:[._-]\w{{2,5}})?{_TEXT}?", re.I
)
_DEVELOPER = re.compile(
    r"(?:develop\w*|dev|hacking|install\w*|build(?:ing)?|compil\w+|test(?:s|ing|en)?|setup|usage|quick[-_ ]?start"
    r"|run(?:ning)?"
    r"|getting[-_ ]?started|local[-_ ]?\w*|deploy\w*|architect\w*|agents|claude|ontwikkel\w*|installatie|handleiding"
    r"|bouwen"
    rf"|pull[-_ ]request[-_ ]template)(?:[-_ ][\w -]*)?{_TEXT}",
    re.I,
)
_ANY_TEXT = Expression(rf"[^/]+{_TEXT}", re.I)
_NO_GUIDE = re.compile(
    r"(?:licen[cs]e\w*|licentie|copying|notice|authors|change[-_ ]?log|changes|history|releases?|news"
    r"|code[-_ ]of[-_ ]conduct"
    r"|gedragscode|security|funding|codeowners|citation|requirements[\w.-]*|robots|cmakelists"
    r"|constraints[\w.-]*)(?:\.\w+)*",
    re.I,
)
_MANUALS = re.compile(
    r"(?:docs?|documentation|documentatie|manual|handleiding(?:en)?|guides?|wiki|\.github|\.gitlab|\.gitea|\.forgejo)/",
    re.I,
)
_ASIDE = re.compile(
    r"(?:^|/)(?:node_modules|bower_components|vendors?|third[-_]?party|3rdparty|site-packages|fixtures|testdata"
    r"|test[-_]?data"
    r"|licen[cs]es|change[-_]?logs?(?:\.d)?|release[-_]?notes|archie[fv]e?|[^/]*\{[{%][^/]*)/",
    re.I,
)

# What whoever proposes a change sees first: there the comments are what is said to them.
_TEMPLATE = re.compile(r"(?:pull|merge)[-_ ]?requests?[-_ ]?templates?", re.I)
_MARK = re.compile(r"<!--|-->")

# Manuals kept outside the tree.
_LINK = re.compile(
    r"\[(?P<words>[^\[\]\n]{0,200})\]\(\s?<?(?P<md>https?://[^)\s<>]{3,500})"
    r"|`(?P<text>[^`<\n]{1,200})\s<(?P<rst>https?://[^>\s]{3,500})>`"
    r"|(?P<bare>https?://[^\s<>\"'`\]){}|]{3,500})",
    re.I,
)
_MANUAL_PLACE = re.compile(
    r"//[^/]*(?:readthedocs\.|\.rtfd\.|\.github\.io|\.gitlab\.io|\.gitbook\.|\.codeberg\.page|atlassian\.net/wiki)"
    r"|//(?:docs?|documentation|dev|developers?|wiki|"
    r"manual|handleiding)[.-]|/(?:-/)?(?:wikis?|docs?|documentation|documentatie|manual|contributing"
    r"|CONTRIBUTING\.\w+)(?:[/#.?]|$)",
    re.I,
)
_MANUAL_WORDS = re.compile(
    r"(?:(?:the|our|full|project|developers?|development|official|online|complete|volledige|de|onze|read|see|zie|more"
    r"|meer) )*"
    r"(?:documentation|documentatie|docs|wiki|manual|handleiding|developer(?:s|'s)? (?:guide|manual|documentation|docs"
    r"|portal)"
    r"|development guide|contribut\w+(?: guid\w+)?|guidelines?|(?:read the )?docs|ontwikkel\w+|installation(?: guide)?"
    r"|installatie\w*|installation instructions|getting started)",
    re.I,
)
# Manuals of the tools that projects use; a link to one of these is no manual of the project.
_OF_TOOLS = re.compile(
    r"//(?:[\w.-]+\.)?(?:docker\.com|github\.com/(?:github|actions|docker)/|docs\.github\.com|gitlab\.com/ee"
    r"|docs\.gitlab\.com|python\.org|pytest\.org"
    r"|djangoproject\.com|nodejs\.org|npmjs\.com|yarnpkg\.com|kubernetes\.io|helm\.sh|microsoft\.com"
    r"|amazon(?:aws)?\.com|google\.com"
    r"|oracle\.com|spring\.io|apache\.org|rust-lang\.org|golang\.org|go\.dev|php\.net|symfony\.com|laravel\.com"
    r"|postgresql\.org|mkdocs\.org"
    r"|astral\.sh|conda\.io|anaconda\.com|jetbrains\.com|atlassian\.com|sphinx-doc\.org|mozilla\.org|w3\.org"
    r"|opensource\.guide"
    r"|semver\.org|keepachangelog\.com|conventionalcommits\.org|editorconfig\.org|pre-commit\.com|poetry\.eustace\.io"
    r"|python-poetry\.org"
    r"|(?:pip|pipenv|tox|black|flake8|isort|sphinx|setuptools|virtualenv|packaging|docutils|pypi"
    r"|django-\w+)[\w-]*\.readthedocs\.\w+)",
    re.I,
)
_POINTER = re.compile(
    r"\b(?:see|refer to|read|consult|zie|raadpleeg|lees)\b[^.]{0,100}\b(?:documentation\s(?:web)?site|docs (?:web)?site"
    r"|documentatie(?:web)?site|wiki)\b",
    re.I,
)
_OWNERS_RULES = re.compile(r"https?://[^/]+/(?P<owner>[^/]+)/\.github/(?:[^?#]*/)?CONTRIBUTING(?:[.?#]|$)", re.I)
_FEW_MANUALS = 3
_SHORTEST_NAME = 4
_NO_LETTER = re.compile(r"[\W_]+")


# What opens a line that is a command, where no mark-up says that it is code.
_COMMAND_HEAD = re.compile(
    r"(?:[$>#%]\s*)?(?:sudo |time |[A-Z_]{2,40}=\S{0,100} )*"
    r"(?:npm|npx|yarn|pnpm|pip3?|conda|brew|gem|git|cmake|bun|deno|python\d?|py|pytest|tox|nox|make|just|task|mvn"
    r"|\./\S+|gradle|go|cargo|dotnet|php"
    r"|composer|vendor/\S+"
    r"|bundle|rake|rspec|ctest|bin/\S+|poetry|uv|pdm|hatch|pipenv|docker(?:-compose)?|Rscript|R|mix|swift|flutter|dart"
    r"|bats|molecule|ng|nx)\b",
)
# Words of a sentence that opens with the name of a program: "make sure", "just a few".
_SENTENCE = re.compile(
    r"\b(?:sure|the|you|your|we|few|please|and|an?|een|de|het|je|use|can|is|are)\b|(?<=[\w)])\.\Z|:\Z", re.I
)
_INLINE = re.compile(r"``(?P<two>[^`\n]{2,200})``|`(?P<one>[^`\n]{2,200})`")
_LONGEST = 300  # characters of a line that can be a command


@dataclass(frozen=True, slots=True)
class Guide:
    """One text, decoded."""

    path: str
    text: str

    @property
    def outline(self) -> tuple[Section, ...]:
        """Its headings, and what stands below them."""
        text = _MARK.sub("    ", self.text) if _TEMPLATE.search(self.path) else self.text
        return _outline(text, self.path)


@lru_cache(maxsize=128)  # several checks read the same texts of one repository, one after the other
def _outline(text: str, path: str) -> tuple[Section, ...]:
    return tuple(outline.sections(text, path))


def locate(paths: Iterable[str]) -> list[str]:
    """The texts in which instructions may stand: those for newcomers first, then manuals, then those of parts."""
    return [path for _, _, path in sorted(_ranked(paths))[:_MOST]]


@tree.once
def _ranked(paths: Paths) -> list[tuple[int, int, str]]:
    """The texts with their rank and how deep they stand."""
    likely = paths.perhaps(_START, _ANY_TEXT)
    return [(rank, path.count("/"), path) for path in likely if (rank := _rank(path)) is not None]


def _rank(path: str) -> int | None:
    folder, _, name = path.rpartition("/")
    is_text = _ANY_TEXT.fullmatch(name) is not None
    is_start = _START.fullmatch(name) is not None
    if not (is_text or is_start) or _NO_GUIDE.fullmatch(name) or _ASIDE.search(path):
        return None
    place = f"{folder}/"
    central = not folder or _MANUALS.fullmatch(place) is not None
    if is_start and central:
        return 0
    if _DEVELOPER.fullmatch(name) and central:
        return 1
    if not folder:
        return 2
    if _MANUALS.match(place):
        return 3
    if path.count("/") > _DEEPEST:
        return None
    if is_start or _DEVELOPER.fullmatch(name):
        return 4
    return None if name.lower().endswith(".txt") else 5


def read(repository: Snapshot, paths: Iterable[str], word: str = "") -> Iterator[Guide]:
    """The texts that can be had, in the order asked; with a word (in lower case), only those that hold it.

    Raises:
        Unreadable: one of them cannot be had; it comes after all others have been given.
    """
    wanted = list(paths)
    texts = _texts(repository, wanted)
    unread: Unreadable | None = None
    for path in wanted:
        text = texts[path]
        if isinstance(text, Unreadable):
            unread = unread or text
        elif word in text.text.lower():
            yield text
    if unread is not None:
        raise unread


_Texts = dict[str, "Guide | Unreadable"]
_kept: list[tuple["weakref.ref[Snapshot]", _Texts]] = []  # of the snapshot asked about last, for as long as it lives


def _texts(repository: Snapshot, paths: Iterable[str]) -> _Texts:
    """The texts at these paths and others read before; several checks ask for the same ones, one after the other."""
    texts: _Texts = next((known for snapshot, known in _kept if snapshot() is repository), {})
    if not texts:
        _kept[:] = [(weakref.ref(repository, _forget), texts)]
    missing = [path for path in paths if path not in texts]
    for path, content in repository.read_all(missing):
        if isinstance(content, Unreadable):
            texts[path] = Unreadable(content.reason, path)
        else:
            texts[path] = Guide(path, community_files.decode(content))
    return texts


def _forget(gone: "weakref.ref[Snapshot]") -> None:
    _kept[:] = [pair for pair in _kept if pair[0] is not gone]


def commands(block: Block) -> Iterator[tuple[int, str]]:
    """What in a block can be a command, with its line within the block (from 0).

    That is: a line of code, words in back quotes, or a line that opens with the name of a program.
    """
    for offset, line in enumerate(block.text.split("\n")):
        text = line.strip()
        if block.kind is BlockKind.CODE or (_COMMAND_HEAD.match(text) and not _SENTENCE.search(text[:_LONGEST])):
            yield offset, text[:_LONGEST].lstrip("$>% ")
        else:
            yield from ((offset, match["two"] or match["one"]) for match in _INLINE.finditer(text[:5000]))


def elsewhere(guides: Iterable[Guide], paths: Iterable[str], remotes: Sequence[str]) -> tuple[str, int] | None:
    """The place (path and line) of a link to a manual of the project itself that is not in the tree.

    A repository that carries a manual of its own is taken to be complete, but for the rules that its owner keeps.
    """
    guides = tuple(guides)
    if place := owners_rules(guides, remotes):
        return place
    manuals = [path for rank, _, path in _ranked(paths) if rank == 3 and not path.startswith(".")]
    if len(manuals) >= _FEW_MANUALS:
        return None
    names = {_squash(part) for remote in remotes for part in remote.split("/")[3:]}
    names = {name for name in names if len(name) >= _SHORTEST_NAME}
    for guide in guides:
        for number, line in enumerate(guide.text.split("\n"), 1):
            if any(_is_manual(match, names) for match in _LINK.finditer(line[:5000])):
                return guide.path, number
        if pointed := _POINTER.search(guide.text):
            return guide.path, guide.text.count("\n", 0, pointed.start()) + 1
    return None


def owners_rules(guides: Iterable[Guide], remotes: Sequence[str]) -> tuple[str, int] | None:
    """The place (path and line) of a link to the CONTRIBUTING that the owner keeps once, in its `.github`."""
    owners = {remote.split("/")[3].lower() for remote in remotes if remote.count("/") > 3}
    for guide in guides:
        for number, line in enumerate(guide.text.split("\n"), 1):
            for link in _LINK.finditer(line[:5000]):
                found = _OWNERS_RULES.match(link["md"] or link["rst"] or link["bare"])
                if found and (not owners or found["owner"].lower() in owners):
                    return guide.path, number
    return None


def _is_manual(link: re.Match[str], names: Iterable[str]) -> bool:
    url = link["md"] or link["rst"] or link["bare"]
    if not _MANUAL_PLACE.search(url) or _OF_TOOLS.search(url):
        return False
    squashed = _squash(url.partition("//")[2])
    words = (link["words"] or link["text"] or "").strip(" *_`:.")
    return any(name in squashed for name in names) or _MANUAL_WORDS.fullmatch(words) is not None


def _squash(text: str) -> str:
    return _NO_LETTER.sub("", text).lower()
