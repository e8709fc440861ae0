# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Importing: an older knowledge base held beside ours, page by page; nothing of it is taken over."""

import re
from collections.abc import Iterable, Iterator, Mapping

from ospo.domain.imported import Address, How, Match, OldPage, Part
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.link import Links
from ospo.domain.site import Document, Kind, Route
from ospo.engine import documents, imported_flaws, links
from ospo.engine.imported_organisations import Organisations
from ospo.engine.likeness import Likeness, Pages
from ospo.engine.words import STOP_WORDS
from ospo.formats import old_page, web_address

_ALIKE = 0.1  # a page of ours that is less like theirs covers nothing of it
_ALIKE_SHORT = 0.12  # the same for a page of theirs that says little
_ALIKE_PART = 0.1  # the same for a section
_WITH_PAGE = 0.04  # the same for a section and a page of ours that covers the page it is on
_HINT = 0.02  # the same for where to look first
_CLOSE = 0.6  # of the best likeness; what is less like it is left out
_MOST = 3  # pages of ours per text of theirs
_SHORT, _LITTLE = 12, 60  # words; a section with fewer says nothing, a page with fewer says little
_FILE_WORDS = re.compile(r"[^a-z0-9]+")
_LANGUAGE = Language.NL
_NO_NAMES = frozenset({"readme", "index"})  # of files, which say where a page is and not what it is about
_ADDED = frozenset({"project", "guide", "onze", "over"})  # words around a name


class Importer:
    """Holds old pages beside one library."""

    def __init__(self, library: Library, recorded: Links, old: Mapping[str, str], others: Iterable[str] = ()) -> None:
        """`old` are the texts of all pages by path, `others` the paths of the files beside them."""
        self._library = library
        self._links = recorded
        self._old = old
        self._files = frozenset((*old, *others))
        self._pages = Pages(_documents(library), _LANGUAGE)
        self._addresses = {address.rstrip("/"): files for address, files in links.addresses(library).items()}
        self._organisations = Organisations(library)
        self._terms = _terms(library)
        pairs = [(s, name) for name, spellings in self._terms.items() for s in spellings]
        self._spellings = sorted(pairs, key=lambda pair: (-len(pair[0]), pair))

    def page(self, path: str) -> OldPage:
        """One page."""
        text = self._old[path]
        page = old_page.read(text)
        title = page.title or path.rpartition("/")[2].removesuffix(".md")
        whole = " ".join(f"{s.title} {s.text}" for s in page.sections)
        words = len(whole.split())
        matches = [*self._sources(path), *self._named(path, title)]
        matches += self._citing([m.id for m in matches if m.kind == "fact"])
        matches += self._alike(title, whole, _ALIKE if words >= _LITTLE else _ALIKE_SHORT)
        covering = frozenset(m.id for m in matches if m.kind in ("practice", "page"))
        matches += self._organisations.matches(page.items)
        matches += self._explained(title, whole)
        first: dict[str, int] = {}
        for url, line in page.urls:
            first.setdefault(url, line)
        addresses = tuple(self._address(url, line) for url, line in first.items())
        matches += [m for address in addresses for m in _of_files(address)]
        return OldPage(
            path=path,
            title=title,
            words=words,
            parts=tuple(self._parts(page, covering)),
            matches=_once(matches),
            addresses=addresses,
            missing=self._organisations.missing(page.items),
            flaws=tuple(imported_flaws.of(path, text, page, self._files, self._organisations, addresses)),
        )

    def _parts(self, page: old_page.Page, covering: frozenset[str]) -> Iterator[Part]:
        """Each section that says something; `covering` are the pages of ours that cover the whole."""
        for section in page.sections:
            count = len(section.text.split())
            if count < _SHORT:
                continue
            inside = [item for item in page.items if item.heading == section.title and item.urls]
            found = self._alike(section.title, section.text, _ALIKE_PART)
            if not found:
                near = self._alike(section.title, section.text, _WITH_PAGE, covering)
                found = near[:1]
            matches = _once([*found, *self._organisations.matches(inside)])
            nearest = None if matches else next(iter(self._alike(section.title, section.text, _HINT)), None)
            yield Part(section.title, section.line, count, matches, nearest)

    def _sources(self, path: str) -> list[Match]:
        """The facts whose source is this very page."""
        return [
            Match("fact", str(fact.id), How.SOURCE)
            for fact in self._library.facts.values()
            if "kennisbank" in fact.source.url and fact.source.url.endswith(f"/{path}")
        ]

    def _citing(self, facts: list[str]) -> Iterator[Match]:
        """The pages of ours that cite a fact of which their page is the source."""
        for kind, items in (("practice", self._library.practices), ("page", self._library.pages)):
            for item in items.values():
                if cited := tuple(str(fact) for fact in item.facts if fact in facts):
                    yield Match(kind, str(item.id), How.SOURCE, cited)

    def _named(self, path: str, title: str) -> Iterator[Match]:
        """Pages of ours that have the name of the file or its title, also when that is a term we know by another."""
        stem = path.rpartition("/")[2].rpartition(".")[0]
        names = {_words(stem), _words(title)} - _NO_NAMES - {""}
        names |= {" ".join(w for w in name.split() if w not in _ADDED) for name in names} - {""}
        ids = {name.replace(" ", "-") for name in names}
        ids |= {term for term, spellings in self._terms.items() if names & set(spellings)}
        for kind, items in (("practice", self._library.practices), ("page", self._library.pages)):
            for item in items.values():
                if str(item.id) in ids or _words(item.texts[_LANGUAGE].title) in names:
                    yield Match(kind, str(item.id), How.NAME, (stem,))

    def _alike(self, title: str, text: str, least: float, only: frozenset[str] | None = None) -> list[Match]:
        found = [f for f in self._pages.like(title, text, least) if only is None or f.document.route.key in only]
        close = [f for f in found if f.score >= _CLOSE * found[0].score][:_MOST]
        return [_by_words(likeness) for likeness in close]

    def _explained(self, title: str, text: str) -> Iterator[Match]:
        """The terms that stand in the title, or more than once in the text; the longest spelling first."""
        head, rest = f" {_words(title)} ", f" {' '.join(_words(text).split())} ".replace(" ", "  ")
        for spelling, name in self._spellings:
            wanted = f" {spelling.replace(' ', '  ')} "
            times = rest.count(wanted)
            rest = rest.replace(wanted, "  ") if times else rest
            if times > 1 or (times and f" {spelling} " in head):
                yield Match("term", name, How.TERM, (spelling,))

    def _address(self, url: str, line: int) -> Address:
        normal = web_address.normal(url) if imported_flaws.is_out(url) else ""
        files = self._addresses.get(normal.rstrip("/"), ())
        return Address(url, line, files, self._links.now(normal))


def _by_words(found: Likeness) -> Match:
    route = found.document.route
    return Match(str(route.kind), route.key, How.WORDS, found.words, round(found.score, 2))


def _documents(library: Library) -> Iterator[Document]:
    for kind, items in ((Kind.PRACTICE, library.practices), (Kind.PAGE, library.pages)):
        for item in items.values():
            text = item.texts[_LANGUAGE]
            words = documents.plain(text.body, library, _LANGUAGE)
            yield Document(Route(kind, str(item.id), _LANGUAGE), text.title, text.question, words)


def _terms(library: Library) -> dict[str, list[str]]:
    """The spellings of each term in both languages, as words of letters and digits."""
    found = {}
    for term in library.terms.values():
        spellings = [*term.term.values(), *(s for some in term.synonyms.values() for s in some)]
        plain = dict.fromkeys(map(_words, spellings))
        found[str(term.id)] = [s for s in plain if len(s) > 2 and s not in STOP_WORDS]
    return found


def _words(text: str) -> str:
    return " ".join(_FILE_WORDS.sub(" ", text.casefold()).split())


def _of_files(address: Address) -> Iterator[Match]:
    """What of ours names the same address."""
    kinds = {"practices": "practice", "pages": "page", "facts": "fact", "organisations": "organisation"}
    kinds |= {"events": "event"}
    for file in address.files:
        folder, _, name = file.partition("/")
        if folder in kinds:
            yield Match(kinds[folder], name.partition(".")[0], How.ADDRESS, (address.url,))


def _once(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Each of ours once, by the surest way in which it was matched."""
    order = list(How)
    best: dict[tuple[str, str], Match] = {}
    for match in matches:
        known = best.get((match.kind, match.id))
        if known is None or order.index(match.how) < order.index(known.how):
            best[match.kind, match.id] = match
    return tuple(sorted(best.values(), key=lambda m: (order.index(m.how), m.kind, m.id)))
