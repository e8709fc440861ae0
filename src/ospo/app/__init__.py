# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The app: connects the rooms; one short method per verb."""

import datetime
import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ospo import checks, knowledge
from ospo.app import evidence, looking_back, observing, publishing
from ospo.app.scanning import Job, run_jobs
from ospo.domain.catalogue import Catalogue
from ospo.domain.finding import Finding, ScanReport
from ospo.domain.identifier import CheckId, PracticeId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.observation import Observations
from ospo.domain.timeline import Interval, Timeline
from ospo.engine import advice, integrity, moments
from ospo.errors import ContentError, OspoError, UnknownId
from ospo.settings import Settings

if TYPE_CHECKING:
    from ospo.app.searching import Searching
    from ospo.render.html import Site


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


@dataclass
class App:
    """One run of the program: settings in, verbs out. `now` is the clock, so that tests can hold it still."""

    settings: Settings
    now: Callable[[], datetime.datetime] = field(default=_now)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every check with its texts."""
        return Catalogue(dict(checks.check_ids()), checks.text, checks.topic_text)

    @cached_property
    def library(self) -> Library:
        """The knowledge base; each file follows its schema.

        Raises:
            ContentError: with every problem in every file.
        """
        return knowledge.load(self.settings.content)

    def check_content(self) -> None:
        """See that everything in the knowledge base fits together.

        Raises:
            ContentError: with every id that does not exist, every translation that is behind, and the like.
        """
        problems = integrity.problems(self.library, self.catalogue.topics)
        problems += integrity.strangers(self.library, self.observations)
        if problems:
            raise ContentError(problems)

    def stamp(self) -> list[Path]:
        """Note in every translation which Dutch text it was made from; gives the files that changed."""
        return knowledge.stamp(self.settings.content, self.library)

    @cached_property
    def observations(self) -> Observations:
        """What our scans of public repositories found."""
        return knowledge.load_observations(self.settings.observations)

    @cached_property
    def practice_of_check(self) -> Mapping[CheckId, PracticeId]:
        """The practice that explains each check best: the one that names the fewest others."""
        return {c: found[0].id for c in self.catalogue.ids() if (found := self.library.practices_for(c))}

    def next_step(self, report: ScanReport) -> Finding | None:
        """The finding to take up first."""
        step = advice.next_step(report.findings, self.library, report.scanned.date())
        return None if step is None else step.finding

    def site(self, *, address: str = "", search: bool = False) -> "Site":
        """The site, ready to give any page.

        Args:
            address: where it will stand, as `https://host/path`; its path becomes the base of every link.
            search: with an index, for the live server.
        """
        from ospo.render.html import Site

        parts = urlsplit(address)
        find = self._search.find if search else None
        return Site(
            library=self.library,
            catalogue=self.catalogue,
            observations=self.observations,
            today=self.now().date(),
            base=parts.path.rstrip("/"),
            origin=f"{parts.scheme}://{parts.netloc}" if parts.netloc else "",
            find=find,
        )

    def prepare_search(self) -> None:
        """Make the search index soon, but let the first readers have their page before that."""
        self._search.prepare(delay=1.0)

    @cached_property
    def _search(self) -> "Searching":
        from ospo.app.searching import Searching

        return Searching(self.library, self.catalogue, self.observations)

    def build(self, folder: Path, *, address: str = "") -> int:
        """Write the static site into a folder, whole or not at all; gives the number of files.

        Raises:
            ContentError: the knowledge base does not fit together; nothing is written.
            SettingsError: the folder holds something else than a site of ours.
        """
        self.check_content()
        return publishing.write(folder, *self.site(address=address).parts())

    def observe(self, clones: Path, folder: Path) -> Iterator[tuple[str, OspoError | None]]:
        """Scan the clones of every repository that the organisations name, and write the observations.

        Args:
            clones: a folder with clones, found as `owner+name`, `owner/name` or `host/owner/name`.
            folder: where the files of observations go.

        Gives the address of each repository as it is done, with the error when it could not be scanned.
        """
        return observing.observe(self.library, clones, folder, self.now())

    def explain(self, name: str, language: Language) -> str:
        """A check or a practice as Markdown.

        Raises:
            UnknownId: it is neither; the message names what comes close.
        """
        from ospo.render import markdown

        if name in self.catalogue.topics:
            return markdown.check(CheckId(name), self.catalogue, self.library, language)
        practice = self.library.practices.get(PracticeId(name))
        if practice is not None:
            return markdown.practice(practice, self.catalogue, self.library, language)
        near = difflib.get_close_matches(name, [*self.catalogue.topics, *self.library.practices], 3)
        if near:
            message = "There is no check or practice '{id}'. Did you mean {near}?"
            raise UnknownId(message, id=name, near=", ".join(near))
        raise UnknownId("There is no check or practice '{id}': `ospo checks list` names the checks.", id=name)

    def scan(
        self, paths: Sequence[Path], only: Sequence[str] = (), *, owner: Path | None = None, facts: Path | None = None
    ) -> Iterator[ScanReport | OspoError]:
        """Scan repositories, several at a time when there are several; in the order given.

        Args:
            paths: work trees or bare repositories; one that holds the defaults of its owner (`.github`) counts for
                the others of that owner.
            only: ids of the checks to run; all when empty.
            owner: a clone of the owner's defaults repository, for those of which it is not among the paths.
            facts: a file with what a forge knows of the repositories.

        Raises:
            UnknownId: `only` names a check that does not exist.
            NotARepository: `owner` is no repository.
            SettingsError: `facts` cannot be read; ParseError: something in it is wrong.
        """
        for check_id in only:
            checks.load(check_id)
        beside = evidence.look_beside(paths, owner, facts)
        yield from run_jobs([Job(path, tuple(only), self.now(), beside=beside) for path in paths])

    def look_back(
        self, paths: Sequence[Path], since: datetime.date, every: Interval, only: Sequence[str] = ()
    ) -> Iterator[Timeline | OspoError]:
        """Scan repositories as they were at moments in the past, one after the other; an error is a value.

        Raises:
            UnknownId: `only` names a check that does not exist.
        """
        for check_id in only:
            checks.load(check_id)
        days = moments.between(since, self.now().date(), every)
        for path in paths:
            try:
                yield looking_back.timeline(path, days, tuple(only), self.now())
            except OspoError as error:
                yield error
