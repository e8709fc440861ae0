# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A tool keeps the dependencies up to date: it is configured, runs as a job, or shows in the history."""

from collections.abc import Callable
from datetime import timedelta
from itertools import islice

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.errors import ParseError
from ospo.formats import ci, lock_files, manifests, people, tree, updaters, workflow
from ospo.formats.updaters import Updater

_NEWEST_OF_ROBOTS = 1000  # commits by the robot of a forge are rarer, and read by their subject alone
_WINDOW = timedelta(days=365)  # our own choice: the year that other checks of recent work look back
_MOST_READ = 100


def check(repository: Snapshot) -> Verdict:
    """Met when a tool covers the ecosystems found; one it leaves out below the root is named but does not decide."""
    paths = tree.paths(repository.entries())
    projects = [project for project in manifests.projects(paths) if project.ecosystem.has_updater]
    own = [path for path in paths if not manifests.is_aside(path)]
    extra = updaters.others(own, has_workflows=bool(workflow.locate(paths)))
    names = list(dict.fromkeys(e.id for e in (*(project.ecosystem for project in projects), *extra)))
    tools, broken = _tools(repository, paths)
    live = [tool for tool in tools if not tool.is_off]
    missing = [name for name in names if not any(tool.covers_ecosystem(name) for tool in live)]
    places = [Evidence(tool.path, tool.line) for tool in live]
    if live and not missing:
        return met("covered", *places, tool=live[0].tool)
    covers_some = len(missing) < len(names)
    main = [p for p in projects if not p.folder and p.ecosystem.id in missing]
    if covers_some and main and not _declares(repository, main):
        main = []  # settings alone need no updates
    if covers_some and not main:
        return met("partly", *places, tool=live[0].tool, uncovered=", ".join(missing))
    if job := _job(repository, paths, live):
        return job
    if covers_some and not broken:
        return _main_uncovered(repository, paths, main, places, live[0].tool, ", ".join(missing))
    since = repository.committed - _WINDOW
    # A tool that is run for the whole owner leaves no settings, but does show in the history.
    newest = max((c.committer.when for c in repository.commits() if updaters.is_update(c)), default=None)
    if newest and newest >= since:
        return met("runs", until=newest + _WINDOW, afterwards=unknown("seen-before"))
    if broken:
        return unknown("unreadable", broken, path=broken.path or "")
    if live and newest:  # security updates may still be on at the forge, beside the settings
        return unknown("seen-before", *places)
    if not _declares(repository, projects):
        return not_applicable("no-dependencies")
    if live:
        uncovered = not_met("uncovered", *places, tool=live[0].tool, uncovered=", ".join(names))
        return _out_of_sight(repository, paths, places) or uncovered
    manifest = [Evidence(p.place) for p in projects[:5]]
    seen = unknown("seen-before", *manifest)  # security updates may still be on at the forge
    never = not_met("missing", *manifest, ecosystems=", ".join(names))
    return _absent(repository, paths, tools, manifest) or (seen if newest else never)


def _job(repository: Snapshot, paths: tree.Paths, live: list[Updater]) -> Verdict | None:
    """Met when a pipeline of its own updates on a schedule, beside a tool or instead of one."""
    job = _place(repository, paths, updaters.job_line)
    if job is None:
        return None
    if live:
        places = [Evidence(tool.path, tool.line) for tool in live]
        return met("tool-and-job", *places, job, tool=live[0].tool, path=job.path or "")
    return met("job", job, path=job.path or "")


def _main_uncovered(
    repository: Snapshot,
    paths: tree.Paths,
    main: list[manifests.Project],
    places: list[Evidence],
    tool: str,
    uncovered: str,
) -> Verdict:
    """Settings that leave out what stands in the root; security updates at the forge need no settings, but do show."""
    places = [*places, *(Evidence(project.place) for project in main)]
    kinds = [project.ecosystem for project in main]
    if any(updaters.is_update_of(commit, kinds) for commit in repository.commits()):
        return unknown("updated-before", *places, tool=tool, uncovered=uncovered)
    never = not_met("main-uncovered", *places, tool=tool, uncovered=uncovered)
    return _out_of_sight(repository, paths, places) or never


def _absent(repository: Snapshot, paths: tree.Paths, tools: list[Updater], manifest: list[Evidence]) -> Verdict | None:
    """Why no tool is seen at work, when files or the past year tell; None when they do not."""
    if tools:
        return not_met("switched-off", Evidence(tools[0].path, tools[0].line), tool=tools[0].tool)
    if lost := updaters.misplaced(paths):
        return not_met("misplaced", Evidence(lost[0]), path=lost[0])
    if awaited := _place(repository, paths, updaters.bot_line):
        return unknown("awaited", awaited, path=awaited.path or "")
    return _out_of_sight(repository, paths, manifest)


def _out_of_sight(repository: Snapshot, paths: tree.Paths, places: list[Evidence]) -> Verdict | None:
    """Unknown when something outside these files may do the work, or the history that would show it is cut off."""
    if repository.is_shallow:
        return unknown("history-cut", *places)
    recent = people.within(islice(repository.commits(), _NEWEST_OF_ROBOTS), repository.committed, _WINDOW)
    if handed := _place(repository, paths, updaters.handed_on_line):
        return unknown("handed-on", handed, path=handed.path or "")
    if any(map(updaters.is_update_by_robot, recent)):
        return unknown("by-robot", *places)
    return None


def _tools(repository: Snapshot, paths: tree.Paths) -> tuple[list[Updater], Evidence | None]:
    """The updaters that are configured, and a file of settings that cannot be read."""
    found: list[Updater] = []
    broken = None
    for path, content in repository.read_all(updaters.locate(paths)):
        if isinstance(content, Unreadable):
            broken = Evidence(path)
            continue
        try:
            tool = updaters.parse(path, content.decode("utf-8", errors="replace"))
        except ParseError as error:
            broken = Evidence(path, error.line)
            continue
        found += [tool] if tool else []
    return found, broken


def _place(repository: Snapshot, paths: tree.Paths, line_of: Callable[[str], int | None]) -> Evidence | None:
    """The first line of a pipeline that shows what is asked."""
    for path, content in repository.read_all([pipeline.path for pipeline in ci.locate(paths)][:_MOST_READ]):
        if isinstance(content, bytes) and (line := line_of(content.decode("utf-8", errors="replace"))):
            return Evidence(path, line)
    return None


def _declares(repository: Snapshot, projects: list[manifests.Project]) -> bool:
    """True when a manifest names a dependency; settings alone, as in many a pyproject.toml, need no updates."""
    for project in projects[:_MOST_READ]:
        texts = {}
        for path, content in repository.read_all(project.manifests):
            texts[path] = "" if isinstance(content, Unreadable) else content.decode("utf-8", errors="replace")
        if lock_files.role(project.ecosystem.id, texts, ()) is not lock_files.Role.NOTHING:
            return True
    return False
