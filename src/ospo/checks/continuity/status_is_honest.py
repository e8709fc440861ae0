# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What README, publiccode.yml and the forge say of a repository agrees: in use, or archived, obsolete or replaced."""

from dataclasses import dataclass

from ospo.domain.evidence import ForgeFact
from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, fact_age, people, publiccode, publiccode_values, status_notice
from ospo.formats.community_files import FileKind

_OBSOLETE = "obsolete"
_MOST_READMES = 2


@dataclass(frozen=True, slots=True)
class _Said:
    """Where the README and publiccode.yml say something of the status; `hint`: words that may say it in another way."""

    readme: str | None = None
    notice: Evidence | None = None
    hint: Evidence | None = None
    status: str = ""
    place: Evidence | None = None


def check(repository: Snapshot) -> Verdict:
    """Compare the three; when none of them speaks of an end, recent work by people shows the repository in use."""
    said = _read(repository)
    archived = repository.facts.get("archived")
    if said.notice is None and said.status != _OBSOLETE:
        if archived is not None and archived.value is True:
            return _unsaid(said, archived)
        return _in_use(repository)
    places = [place for place in (said.notice, said.place) if place is not None]
    if said.notice is not None and said.status not in ("", _OBSOLETE):
        return not_met("publiccode-behind", *places, path=said.notice.path or "", status=said.status)
    if said.notice is None and said.readme is not None:
        if said.hint is not None:
            return unknown("perhaps-said", said.hint, *places, path=said.readme)
        return not_met("readme-behind", *places, path=said.readme)
    if archived is not None and archived.value is False:
        return met("retired-not-archived", *places, *fact_age.evidence(archived), seen=fact_age.seen(archived))
    return met("retired", *places)


def _unsaid(said: _Said, archived: ForgeFact) -> Verdict:
    """The forge shows it as archived, and no text is recognised as saying so."""
    seen, places = fact_age.seen(archived), fact_age.evidence(archived)
    if said.hint is not None:
        return unknown("perhaps-said", said.hint, *places, path=said.readme or "")
    return not_met("archived-unsaid", *places, seen=seen)


def _in_use(repository: Snapshot) -> Verdict:
    """Met for a year after the last commit by a person, and unknown after that: silence says nothing of a status."""
    if not people.is_dated(repository.committed):
        return unknown("no-date")
    by_people = (
        commit.committer.when
        for commit in repository.commits()
        if people.is_dated(commit.committer.when) and not people.is_bot(commit.author)
    )
    last = min(next(by_people, repository.committed), repository.committed)
    date = last.date().isoformat()
    return met("in-use", until=last + people.WINDOW, afterwards=unknown("quiet", date=date), date=date)


def _read(repository: Snapshot) -> _Said:
    readme, notice, hint = None, None, None
    for entry in community_files.locate(repository.entries(), FileKind.README)[:_MOST_READMES]:
        text = community_files.text(repository, entry)
        readme = readme or entry.path
        line, loose = status_notice.find(text), status_notice.perhaps(text)
        notice = notice or (Evidence(entry.path, line) if line is not None else None)
        hint = hint or (Evidence(entry.path, loose) if loose is not None else None)
    found = publiccode.fetch(repository)
    document = publiccode.read(found[1]) if found else None
    status = document.value.get("developmentStatus") if document else None
    if found is None or document is None or not isinstance(status, str):
        return _Said(readme, notice, hint)
    if status not in publiccode_values.vocabulary()["developmentStatus"]:
        return _Said(readme, notice, hint)
    return _Said(readme, notice, hint, status, Evidence(found[0], document.line("developmentStatus")))
