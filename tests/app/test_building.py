# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Building again after a change gives the very files that building from nothing gives, and makes only some of them."""

import dataclasses
import datetime
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import few_checks
import knowledge_base
import sites
from knowledge_base import KnowledgeBase
from ospo import checks, knowledge
from ospo.app import App, keeping, publishing
from ospo.domain.check import CheckText
from ospo.domain.identifier import CheckId, OrganisationId
from ospo.domain.language import Language
from ospo.engine import integrity, words
from ospo.errors import ContentError
from ospo.settings import Settings

EN_BODY = ("practices/licentie-kiezen.en.md", "- Choose one.", "- Choose one with your suppliers.")
NL_BODY = ("practices/licentie-kiezen.nl.md", "- Kies er een.", "- Kies er een met softwareleveranciers.")
Change = Callable[["Workshop"], object]


class Workshop:
    """A fictional knowledge base that is built in two ways: with what earlier runs left behind, and from nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.base: KnowledgeBase = knowledge_base.make(folder)
        self.observations = folder / "observations"
        self.now = sites.NOW
        self.address = sites.ADDRESS
        self.observe(has_ci="met", has_licence_file="not-met")
        self.age()

    def age(self) -> None:
        """Let an hour pass since the last change."""
        then = time.time() - 3600
        for path in [*self.base.path.rglob("*"), *self.observations.rglob("*")]:
            if path.stat().st_mtime > then + 60:
                os.utime(path, (then, then))

    def observe(self, **outcomes: str) -> None:
        seen = {OrganisationId("gemeente-voorbeeld"): [sites.repository("kaart", **outcomes)]}
        knowledge.save_observations(self.observations, seen)

    def app(self, cache: Path | None) -> App:
        settings = Settings.read({"OSPO_CACHE": str(cache or "")})
        own = dataclasses.replace(settings, content=self.base.path, observations=self.observations)
        return App(own, now=lambda: self.now)

    def build(self) -> set[str]:
        """Build with what was kept, see that it is right, and give the paths of the files that are new."""
        site, fresh = self.folder / "site", self.folder / "fresh"
        before = places(site)
        count = self.app(self.folder / "cache").build(site, address=self.address)
        assert count == self.app(None).build(fresh, address=self.address)
        assert contents(site) == contents(fresh)
        assert folders(site) == folders(fresh)
        return {path for path, place in places(site).items() if before.get(path) != place}


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def folders(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_dir()}


def places(folder: Path) -> dict[str, tuple[int, int]]:
    found = {p.relative_to(folder).as_posix(): p.stat() for p in folder.rglob("*") if p.is_file()}
    return {path: (at.st_ino, at.st_mtime_ns) for path, at in found.items()}


@pytest.fixture(scope="module", autouse=True)
def _at_hand(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Dictionaries unpacked and templates compiled once, not by every process of every build."""
    for language in Language:
        words.lemma("licenties", language)
    with few_checks.used():
        site = sites.fictional(knowledge_base.make(tmp_path_factory.mktemp("base")).path, address=sites.ADDRESS)
    for output in site.outputs():
        output.make()


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    monkeypatch.setattr(integrity, "_unnamed", lambda *_: [])  # two practices cannot name every check
    few_checks.use(monkeypatch)
    return Workshop(tmp_path)


def file_change(name: str, old: str, new: str) -> Change:
    return lambda workshop: workshop.base.change(name, old, new)


def another_day(workshop: Workshop) -> None:
    workshop.now += datetime.timedelta(days=400)


def another_address(workshop: Workshop) -> None:
    workshop.address = "https://elders.example"


def another_practice_less(workshop: Workshop) -> None:
    workshop.base.change("practices/licentie-kiezen.nl.md", "related: [open-werken]", "related: []")
    workshop.base.change("practices/licentie-kiezen.nl.md", "[open werken](open-werken)", "open werken")
    workshop.base.change("roadmap/aanleiding.yaml", "practices: [open-werken]", "practices: []")
    workshop.base.change("events/werkdag-2026.yaml", "practices: [open-werken]", "practices: []")
    workshop.base.change("practices/licentie-kiezen.en.md", "](open-werken)", "](check:has-ci)")
    for language in ("nl", "en"):
        workshop.base.remove(f"practices/open-werken.{language}.md")


# Each is made on top of the ones before: the even ones long before the next run, the odd ones right before it.
CHANGES: dict[str, Change] = {
    "body": file_change(*NL_BODY),
    "title": file_change("practices/licentie-kiezen.nl.md", "title: Kies een licentie", "title: Kies nu een licentie"),
    "translation": file_change("practices/licentie-kiezen.en.md", "title: Choose a licence", "title: Choose one"),
    "review": file_change("practices/licentie-kiezen.nl.md", "reviewed: 2026-11-01", "reviewed: 2024-11-01"),
    "fact": file_change("facts/voorbeeld-besluit.yaml", "op 1 mei 2026 om open", "op 2 mei 2026 om open"),
    "status of a fact": file_change("facts/voorbeeld-besluit.yaml", "status: verified", "status: secondary"),
    "term": file_change("glossary.yaml", "What others may do with your work.", "What others may do."),
    "norm": file_change("norms/voorbeeldnorm.yaml", "Voorbeeldnorm", "Andere voorbeeldnorm"),
    "organisation": file_change("organisations/gemeente-voorbeeld.yaml", "name: Gemeente Voorbeeld", "name: Voorbeeld"),
    "page": file_change("pages/over.nl.md", "reviewed:", "# een opmerking\nreviewed:"),
    "observation": lambda workshop: workshop.observe(has_ci="not-met", has_licence_file="met"),
    "day": another_day,
    "address": another_address,
    "a practice less": another_practice_less,
    "synonym": file_change("glossary.yaml", 'een repository."}', 'een repository.", synonyms: [controle]}'),
}


class _NeverBehind:
    """A site with a translation that is behind is built as well, once the check lets it."""

    is_behind = staticmethod(lambda *_: False)


@pytest.mark.parametrize("settled", [True, False], ids=["settled", "at once"])
def test_after_each_change_the_site_is_what_it_would_be_from_nothing(
    workshop: Workshop, settled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrity, "drift", _NeverBehind)
    workshop.build()
    for change in list(CHANGES.values())[settled::2]:
        change(workshop)
        if settled:
            workshop.age()
        workshop.build()
    workshop.age()
    workshop.build()
    assert workshop.build() == set()


def test_without_a_change_nothing_is_made(workshop: Workshop) -> None:
    workshop.build()

    assert workshop.build() == set()
    assert (workshop.folder / "site" / publishing.MARK).is_file()


def test_a_change_of_a_body_makes_its_pages_and_the_index(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(integrity, "drift", _NeverBehind)
    workshop.build()
    workshop.base.change(*NL_BODY)

    assert workshop.build() == {
        "nl/practices/licentie-kiezen/index.html",
        "nl/practices/licentie-kiezen/text.json",
        "en/practices/licentie-kiezen/index.html",
        "nl/search-index.json",
        "content.json",
        "nl/board/index.html",
        "en/board/index.html",
    }


def test_a_change_that_asks_nothing_of_the_editors_leaves_their_board(workshop: Workshop) -> None:
    workshop.build()
    workshop.base.change(*EN_BODY)

    made = workshop.build()

    assert made == {
        "nl/practices/licentie-kiezen/index.html",
        "en/practices/licentie-kiezen/index.html",
        "en/practices/licentie-kiezen/text.json",
        "en/search-index.json",
        "content.json",
    }


def test_another_text_of_a_check_comes_with_another_program(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.build()
    real = checks.text

    def text(check: CheckId, language: Language) -> CheckText:
        return dataclasses.replace(real(check, language), title="Een andere titel")

    monkeypatch.setattr(checks, "text", text)
    monkeypatch.setattr(keeping, "program", lambda: "another")
    workshop.build()


def test_what_was_kept_may_be_damaged_or_gone(workshop: Workshop) -> None:
    workshop.build()
    workshop.base.change("glossary.yaml", "What others may do with your work.", "What others may do.")
    for number, path in enumerate(sorted(p for p in (workshop.folder / "cache").rglob("*") if p.is_file())):
        if number % 3 == 0:
            path.unlink()
        elif number % 3 == 1:
            path.write_bytes(path.read_bytes()[:-1])
    workshop.build()


def test_a_cache_that_cannot_be_written_is_no_trouble(workshop: Workshop) -> None:
    (workshop.folder / "cache").write_text("in the way")
    workshop.build()
    workshop.build()


BREAKING: dict[str, Change] = {
    "no-such-check": file_change("practices/open-werken.nl.md", "has-licence-file", "no-such-check"),
    "geschat-aantal": lambda workshop: workshop.base.remove("facts/geschat-aantal.yaml"),
    "licentie": file_change("glossary.yaml", "id: licentie", "id: vergunning"),
    "VB-01": file_change("norms/voorbeeldnorm.yaml", "id: VB-01", "id: VB-09"),
    "older Dutch text": file_change(*NL_BODY),
    "voorbeeld-besluit": file_change("practices/licentie-kiezen.nl.md", "facts: [voorbeeld-besluit]", "facts: []"),
}


def test_content_that_does_not_fit_together_leaves_the_site_as_it_was(workshop: Workshop) -> None:
    workshop.build()
    before = places(workshop.folder / "site")
    for named, change in BREAKING.items():
        files = workshop.base.files()
        change(workshop)
        workshop.age()
        with pytest.raises(ContentError, match=named):
            workshop.app(workshop.folder / "cache").build(workshop.folder / "site", address=workshop.address)
        for name, content in files.items():
            workshop.base.write(name, content)
        workshop.age()

    assert places(workshop.folder / "site") == before
    assert not [path for path in workshop.folder.iterdir() if path.name.startswith(".")]
    workshop.build()
