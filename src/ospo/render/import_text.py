# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report on an older knowledge base in words: as text for a terminal, or as Markdown."""

from collections.abc import Callable, Iterator, Sequence

from ospo.domain.imported import Flaw, FlawKind, How, ImportReport, Match, OldPage, Part
from ospo.domain.language import Language
from ospo.i18n import translator
from ospo.render.report_markdown import escaped
from ospo.render.terminal import printable

HOW = {
    How.SOURCE: "names it as source",
    How.ADDRESS: "names the same address",
    How.ACCOUNT: "same account on a forge",
    How.NAME: "same name",
    How.TERM: "uses the word",
    How.WORDS: "looks like it by words",
}
KINDS = {
    "practice": "practice",
    "page": "page",
    "fact": "fact",
    "term": "term",
    "organisation": "organisation",
    "event": "event",
}
FLAWS = {
    FlawKind.FRONT_MATTER: "the front matter cannot be read",
    FlawKind.BROKEN_LINK: "links to {place}, which is not there",
    FlawKind.OTHERS_ACCOUNT: "gives {name} the account {url}, which is that of {owner}",
    FlawKind.OTHER_KIND: "puts {name} under '{heading}'; by our source it is: {kind}",
    FlawKind.NOT_A_SITE: "names a page on a social network as web site: {url}",
    FlawKind.OLD_LAW: "names the law {law} as it read on {day}",
    FlawKind.PLAIN_HTTP: "names an address without encryption: {url}",
    FlawKind.OPEN_END: "still holds {word}",
    FlawKind.RECORDED: "an address with which something is wrong by our records ({state}): {url}",
}
_MOST = 12  # matches of a page that are written out


class ImportText:
    """Writes a report; every word of the old pages is made harmless."""

    def __init__(self, language: Language) -> None:
        self._say = translator(language)

    def text(self, report: ImportReport) -> str:
        """For a terminal."""
        return "\n".join(printable(line) for line in self._lines(report, _plain)) + "\n"

    def markdown(self, report: ImportReport) -> str:
        """For a document or an issue."""
        return "\n".join(self._lines(report, escaped)) + "\n"

    def _lines(self, report: ImportReport, clean: Callable[[str], str]) -> Iterator[str]:
        say, is_plain = self._say, clean is _plain
        head = "" if is_plain else "# "
        yield head + say("An older knowledge base beside ours")
        yield ""
        yield from self._counts(report) if is_plain else (f"- {line}" for line in self._counts(report))
        for page in report.pages:
            yield ""
            yield f"{'' if is_plain else '## '}{clean(page.path)}: {clean(page.title)}"
            if not is_plain:
                yield ""
            for mark, line in self._page(page, clean):
                yield f"{'  ' if is_plain else '- '}{mark} {line}"

    def _counts(self, report: ImportReport) -> Iterator[str]:
        say, pages = self._say, report.pages
        parts = [part for page in pages for part in page.parts]
        addresses = [address for page in pages for address in page.addresses]
        if report.commit:
            yield say("Commit {commit} of {date}.", commit=report.commit[:9], date=report.committed)
        matched = sum(bool(page.matches) for page in pages)
        yield say("Pages: {n}; with something of ours beside it: {matched}.", n=len(pages), matched=matched)
        seen = sum(bool(part.matches) for part in parts)
        yield say("Sections that say something: {n}; covered as far as we can see: {seen}.", n=len(parts), seen=seen)
        known = sum(bool(address.files) for address in addresses)
        message = "Addresses: {n}; also named by us: {known}. An address that nobody asked is not known, and not wrong."
        yield say(message, n=len(addresses), known=known)
        yield say("Organisations that we do not have: {n}.", n=sum(len(page.missing) for page in pages))
        yield say("Wrong or aged: {n}.", n=sum(len(page.flaws) for page in pages))
        if report.unreadable:
            yield say("Could not be read: {n}.", n=len(report.unreadable))

    def _page(self, page: OldPage, clean: Callable[[str], str]) -> Iterator[tuple[str, str]]:
        say = self._say
        named = [match for match in page.matches if match.kind != "term"]
        for match in named[:_MOST]:
            yield "✓", self._match(match, clean)
        if len(named) > _MOST:
            yield "✓", say("and {n} more", n=len(named) - _MOST)
        terms = [match.id for match in page.matches if match.kind == "term"]
        if terms:
            yield "✓", say("terms: {terms}", terms=", ".join(terms))
        for part in page.open_parts:
            yield "?", self._open(part, clean)
        for name in page.missing:
            yield "?", say("an organisation that we do not have: {name}", name=clean(name))
        for flaw in _told(page.flaws):
            yield "!", self._flaw(flaw, clean)
        if not (page.matches or page.parts):
            yield "–", say("says too little to hold beside anything")

    def _match(self, match: Match, clean: Callable[[str], str]) -> str:
        seen = f": {clean(', '.join(match.words))}" if match.words and match.how is not How.NAME else ""
        score = f" ({match.score:.2f})" if match.score else ""
        return f"{self._say(KINDS[match.kind])} {match.id} — {self._say(HOW[match.how])}{score}{seen}"

    def _open(self, part: Part, clean: Callable[[str], str]) -> str:
        title = clean(part.title) or self._say("the beginning")
        values = {"title": title, "line": part.line, "n": part.words}
        if part.nearest is None:
            return self._say("nothing of ours found for: {title} (line {line}, words: {n})", **values)
        message = "nothing of ours found for: {title} (line {line}, words: {n}); look first at {near}"
        return self._say(message, near=part.nearest.id, **values)

    def _flaw(self, flaw: Flaw, clean: Callable[[str], str]) -> str:
        said = self._say(FLAWS[flaw.kind], **{key: clean(value) for key, value in flaw.values.items()})
        line = self._say("line {n}: {what}", n=flaw.line, what=said)
        return f"{line} ({clean(flaw.source)})" if flaw.source else line


def _plain(text: str) -> str:
    return text


def _told(flaws: Sequence[Flaw]) -> Iterator[Flaw]:
    yield from sorted(flaws, key=lambda flaw: (flaw.line, flaw.kind))
