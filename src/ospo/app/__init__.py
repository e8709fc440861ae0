# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The app: connects the rooms; one short method per verb."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ospo.domain.identifier import CheckId, PracticeId
from ospo.errors import OspoError
from ospo.settings import Settings

# Each verb imports what it needs: the first answer of a command should not wait for what another one uses.
if TYPE_CHECKING:
    from ospo.app.searching import Searching
    from ospo.domain.catalogue import Catalogue
    from ospo.domain.finding import Finding, ScanReport
    from ospo.domain.imported import ImportReport
    from ospo.domain.keeping import Keeper
    from ospo.domain.language import Language
    from ospo.domain.library import Library
    from ospo.domain.link import Links
    from ospo.domain.observation import Observations
    from ospo.domain.patch import Patch
    from ospo.domain.profile import Policies
    from ospo.domain.template import Question, Template
    from ospo.domain.timeline import Interval, Timeline
    from ospo.engine.adopting import Adoption
    from ospo.engine.advice import Step
    from ospo.engine.patching import Proposal
    from ospo.engine.standing import Axis
    from ospo.render.html import Site


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


@dataclass
class App:
    """One run of the program: settings in, verbs out. `now` is the clock, so that tests can hold it still."""

    settings: Settings
    now: Callable[[], datetime.datetime] = field(default=_now)

    @cached_property
    def _keeper(self) -> Keeper:
        from ospo.app import keeping

        return keeping.keeper(self.settings)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every check with its texts."""
        from ospo.app import cataloguing

        return cataloguing.catalogue(self._keeper)

    def keep_texts(self) -> None:
        """Keep the texts of the checks for the next run, so that it need not read them again; nothing else changes."""
        from ospo.app import cataloguing

        cataloguing.remember(self.catalogue, self._keeper)

    @cached_property
    def library(self) -> Library:
        """The knowledge base; each file follows its schema.

        Raises:
            ContentError: with every problem in every file.
        """
        from ospo import knowledge
        from ospo.app import side_by_side

        return knowledge.load(self.settings.content, self._keeper, side_by_side.beside)

    def check_content(self) -> None:
        """See that everything in the knowledge base fits together.

        Raises:
            ContentError: with every id that does not exist, every translation that is behind, and the like.
        """
        from ospo.app import building

        building.check(self)

    def stamp(self) -> list[Path]:
        """Note in every translation which Dutch text it was made from; gives the files that changed."""
        from ospo import knowledge

        return knowledge.stamp(self.settings.content, self.library)

    @cached_property
    def observations(self) -> Observations:
        """What our scans of public repositories found."""
        from ospo import knowledge

        return knowledge.load_observations(self.settings.observations, self._keeper)

    @cached_property
    def links(self) -> Links:
        """What is recorded of the addresses outside that the knowledge base names."""
        from ospo import knowledge

        return knowledge.load_links(self.settings.observations)

    def read_old(self, path: Path) -> ImportReport:
        """An older knowledge base, in a clone or a folder, held beside ours; nothing is written.

        Raises:
            SettingsError: there is nothing there, or no Markdown.
        """
        from ospo.app import importing

        return importing.read_old(path, self.library, self.links)

    @cached_property
    def practice_of_check(self) -> Mapping[CheckId, PracticeId]:
        """The practice that explains each check best: the one that names the fewest others."""
        return {c: found[0].id for c in self.catalogue.ids() if (found := self.library.practices_for(c))}

    def next_step(self, report: ScanReport) -> Finding | None:
        """The finding to take up first."""
        step = self.step(report)
        return None if step is None else step.finding

    def step(self, report: ScanReport) -> Step | None:
        """The same, with how many controls it serves."""
        from ospo.app import policies

        return policies.next_step(report, self.library)

    def ladder(self, report: ScanReport) -> tuple[Axis, ...]:
        """How a repository stands on the ambition ladder, axis by axis; nothing without the ladder."""
        from ospo.app import norms

        return norms.ladder(self.library, report)

    def site(self, *, address: str = "", search: bool = False, has_zip: bool = False) -> Site:
        """The site, ready to give any page.

        Args:
            address: where it will stand, as `https://host/path`; its path becomes the base of every link.
            search: with an index, for the live server.
            has_zip: with a zip of everything, for readers without a network.
        """
        from urllib.parse import urlsplit

        from ospo.app import shown_register
        from ospo.render.html import Site

        parts = urlsplit(address)
        find = self._search.find if search else None
        return Site(
            library=self.library,
            catalogue=self.catalogue,
            observations=self.observations,
            links=self.links,
            readings=shown_register.readings(self.settings),
            past=shown_register.past(self.settings, self.observations, self._keeper, self.now().date()),
            recorded=shown_register.recorded(self.settings),
            today=self.now().date(),
            base=parts.path.rstrip("/"),
            origin=f"{parts.scheme}://{parts.netloc}" if parts.netloc else "",
            find=find,
            keeper=self._keeper,
            has_zip=has_zip,
        )

    def prepare_search(self) -> None:
        """Make the search index soon, but let the first readers have their page before that."""
        self._search.prepare(delay=1.0)

    @cached_property
    def _search(self) -> Searching:
        from ospo.app.searching import Searching

        return Searching(self.library, self.catalogue, self.observations)

    def build(self, folder: Path, *, address: str = "", has_zip: bool = False) -> int:
        """Write the static site, perhaps with a zip of it, whole or not at all; gives the number of files.

        Raises:
            ContentError: the knowledge base does not fit together; nothing is written.
            SettingsError: the folder holds something else than a site of ours.
        """
        from ospo.app import building

        return building.build(self, folder, address, self._keeper, has_zip=has_zip)

    def templates(self, name: str) -> list[Template]:
        """The template of this name, or those of the practice or for the check of this name.

        Raises:
            UnknownId: there is none; the message names what comes close.
        """
        from ospo.app import adopting

        return adopting.named(name, self.library)

    def answers(
        self, templates: Sequence[Template], given: Mapping[str, str], path: Path
    ) -> tuple[dict[str, str], list[Question]]:
        """The answers for some templates and the repository at a path, and the questions that are still open.

        Raises:
            SettingsError: an answer to no question, or one that cannot be used.
        """
        from ospo.app import adopting

        return adopting.answers(templates, given, path, self.now().date())

    def adopt(self, template: Template, path: Path, answers: Mapping[str, str], language: Language) -> Adoption:
        """What a template would do to a repository; nothing is written.

        Raises:
            NotARepository: there is none at this path, or it has no commit yet.
        """
        from ospo.app import adopting

        return adopting.adopt(template, path, answers, language)

    def write_patches(self, patches: Sequence[Patch], path: Path) -> None:
        """Write new files into a work tree: all of them or none, and never over what is there.

        Raises:
            SettingsError: there is no work tree, or a file cannot be written.
        """
        from ospo.app import adopting

        adopting.write(patches, path)

    def changes(self) -> Iterator[None]:
        """At once, and then each time that something changed in what a site is made from; it never ends."""
        from ospo.app import building, watching

        return watching.changes(self.settings.content, self.settings.observations, get_ready=building.get_ready)

    def observe(self, clones: Path, folder: Path) -> Iterator[tuple[str, OspoError | None]]:
        """Scan the clones of every repository that the organisations name, and write the observations.

        Args:
            clones: a folder with clones, found as `owner+name`, `owner/name` or `host/owner/name`.
            folder: where the files of observations go.

        Gives the address of each repository as it is done, with the error when it could not be scanned.
        """
        from ospo.app import observing

        return observing.observe(self.library, clones, folder, self.now())

    def observe_past(self, clones: Path, folder: Path, since: datetime.date) -> Iterator[tuple[str, OspoError | None]]:
        """Look back at the clones of every repository that the organisations name, and write what they were like.

        Gives the address of each repository as it is done, with the error when it could not be looked back at.
        """
        from ospo.app import observing_past

        return observing_past.observe_past(self.library, clones, folder, since, self.now())

    def explain(self, name: str, language: Language) -> str:
        """A check or a practice as Markdown.

        Raises:
            UnknownId: it is neither; the message names what comes close.
        """
        from ospo.app import explaining

        return explaining.explain(name, self.catalogue, self.library, language)

    def scan(
        self,
        paths: Sequence[Path],
        only: Sequence[str] = (),
        *,
        owner: Path | None = None,
        facts: Path | None = None,
        policies: Policies | None = None,
    ) -> Iterator[ScanReport | OspoError]:
        """Scan repositories, several at a time when there are several; in the order given.

        Args:
            paths: work trees or bare repositories; one that holds the defaults of its owner (`.github`) counts for
                the others of that owner.
            only: ids of the checks to run; all when empty.
            owner: a clone of the owner's defaults repository, for those of which it is not among the paths.
            facts: a file with what a forge knows of the repositories.
            policies: the profiles that they may be held against; none when not given.

        Raises:
            UnknownId: `only` names a check that does not exist.
            NotARepository: `owner` is no repository.
            SettingsError: `facts` cannot be read; ParseError: something in it is wrong.
        """
        from ospo.app import evidence
        from ospo.app.policies import judged
        from ospo.app.scanning import Job, run_jobs
        from ospo.domain.finding import ScanReport
        from ospo.domain.profile import Policies

        _see_that_they_exist(only)
        beside = evidence.look_beside(paths, owner, facts)
        now, keeper = self.now(), self._keeper
        held = Policies() if policies is None else policies
        jobs = [Job(path, tuple(only), now, beside=beside, keeper=keeper, policies=held) for path in paths]
        for result in run_jobs(jobs):
            yield judged(result, held, self.library) if isinstance(result, ScanReport) and policies else result

    def patch(self, path: Path, only: Sequence[str] = ()) -> tuple[ScanReport, Proposal]:
        """Scan one repository, and propose changes for the claims in it that disagree with the facts.

        Raises:
            NotARepository: there is none at this path.
            UnknownId: `only` names a check that does not exist.
        """
        from ospo.app import mending

        _see_that_they_exist(only)
        return mending.mend(path, tuple(only), self.now())

    def policies(self, given: str | None = None) -> Policies:
        """The profiles, and the one that is asked for, by its id or the path of its file.

        Raises:
            UnknownId, SettingsError, ContentError: there is no such profile, or it cannot be used.
        """
        from ospo.app import policies

        return policies.gather(self.library, given, self.now().date())

    def look_back(
        self, paths: Sequence[Path], since: datetime.date, every: Interval, only: Sequence[str] = ()
    ) -> Iterator[Timeline | OspoError]:
        """Scan repositories as they were at moments in the past, one after the other; an error is a value.

        Raises:
            UnknownId: `only` names a check that does not exist.
        """
        from ospo.app import looking_back
        from ospo.engine import moments

        _see_that_they_exist(only)
        days = moments.between(since, self.now().date(), every)
        for path in paths:
            try:
                yield looking_back.timeline(path, days, tuple(only), self.now())
            except OspoError as error:
                yield error


def _see_that_they_exist(only: Sequence[str]) -> None:
    if only:
        from ospo import checks

        for check_id in only:
            checks.load(check_id)
