# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Observing: scanning the clones of the repositories we follow, and recording what was found."""

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from ospo import checks, knowledge
from ospo.app import evidence
from ospo.app.scanning import Job, run_jobs
from ospo.domain.finding import ScanReport
from ospo.domain.identifier import OrganisationId
from ospo.domain.library import Library
from ospo.domain.observation import ObservedRepository
from ospo.errors import NotARepository, OspoError, SettingsError
from ospo.formats import address, forges


def observe(
    library: Library, clones: Path, folder: Path, now: datetime.datetime
) -> Iterator[tuple[str, OspoError | None]]:
    """Scan every repository that an organisation names and that has a clone; write a file per organisation.

    Checks whose findings help an attacker are left out: they go to who scans, never to a public site.
    Gives each address as it is done, with the error when there is no clone or it could not be scanned. The files
    are written when all are done, so that a broken run leaves the old ones.

    Raises:
        SettingsError: there is no folder with clones.
    """
    if not clones.is_dir():
        raise SettingsError("{path}: there is no folder with clones here: check the path", path=clones)
    wanted = [(o.id, url) for o in library.organisations.values() for url in o.repositories]
    found = [(organisation, url, clone) for organisation, url in wanted if (clone := clone_of(clones, url))]
    for _, url in [pair for pair in wanted if not clone_of(clones, pair[1])]:
        yield url, NotARepository("{url}: has no clone in {path}: clone it there first", url=url, path=clones)
    beside = _beside(clones, [url for _, url, _ in found])
    shown = tuple(check.id for check in checks.all_checks() if not check.is_private)
    jobs = [Job(clone, shown, now, (url,), beside) for _, url, clone in found]
    observed: dict[OrganisationId, list[ObservedRepository]] = {}
    for (organisation, url, _), result in zip(found, run_jobs(jobs), strict=True):
        if isinstance(result, ScanReport):
            seen = ObservedRepository(
                url,
                result.commit,
                result.committed,
                result.scanned,
                result.findings,
                result.fetched,
                result.declaration,
            )
            observed.setdefault(organisation, []).append(seen)
            yield url, None
        else:
            yield url, result
    if observed:
        knowledge.save_observations(folder, observed)


def _beside(clones: Path, urls: Sequence[str]) -> evidence.Beside:
    """The owners' defaults repositories that were cloned as well."""
    found = {}
    for owner in dict.fromkeys(map(evidence.owner_of, filter(None, map(address.normalise, urls)))):
        clone = clone_of(clones, f"{owner}/{forges.forge_of(owner).defaults}")
        if clone is not None:
            found[owner] = clone
    return evidence.Beside(found)


def clone_of(clones: Path, url: str) -> Path | None:
    """The clone of a repository: `owner+name`, `owner/name` or `host/owner/name`, itself or in `repo` below it."""
    host, _, path = url.partition("://")[2].partition("/")
    for name in (path.replace("/", "+"), path, f"{host}/{path}", f"{path}.git"):
        for candidate in (clones / name / "repo", clones / name):
            if (candidate / "HEAD").is_file() or (candidate / ".git").exists():
                return candidate
    return None
