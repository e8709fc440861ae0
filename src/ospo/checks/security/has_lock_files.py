# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Applications in the repository record the exact versions of their dependencies in a lock file."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import lock_files, manifests, program_code, tree
from ospo.formats.lock_files import Role
from ospo.formats.manifests import Project

_MOST_PROJECTS = 100
_LARGEST = 500_000
_IGNORED = ".gitignore"


def check(repository: Snapshot) -> Verdict:
    """Met when each application found has a lock file; libraries, and builds that repeat without, need none."""
    paths = tree.paths(repository.entries())
    projects = manifests.projects(paths)
    if not projects:
        return not_applicable("no-manifests")
    without = [p for p in projects if not p.lock and p.ecosystem.id not in lock_files.NO_LOCK_NEEDED]
    roles = _roles(repository, paths, without[:_MOST_PROJECTS])
    unlocked = [project for project, role in roles.items() if role is Role.APPLICATION]
    pinned = [project for project, role in roles.items() if role is Role.PINNED]
    compiled = (project.place for project, role in roles.items() if role is Role.LOCKED)
    locks = list(dict.fromkeys((*(project.lock for project in projects if project.lock), *compiled)))
    if unlocked:
        return _unlocked(repository, unlocked, len(locks))
    if locks:
        return met("locked", *map(Evidence, locks[:5]), count=len(locks), path=locks[0])
    if pinned:
        return met("pinned", *(Evidence(project.place) for project in pinned[:5]), path=pinned[0].place)
    repeating = [project for project in projects if project.ecosystem.id in lock_files.NO_LOCK_NEEDED]
    if repeating:
        return not_applicable("no-lock-needed", Evidence(repeating[0].place), path=repeating[0].place)
    return not_applicable("no-applications", Evidence(projects[0].place), path=projects[0].place)


def _unlocked(repository: Snapshot, projects: list[Project], locked: int) -> Verdict:
    """Applications without a lock file, and the line of .gitignore that keeps it out, if there is one."""
    places = [Evidence(project.place) for project in projects[:5]]
    first, count = projects[0], len(projects)
    command = lock_files.command(first.ecosystem.id, first.manifests)
    if any(entry.path == _IGNORED and entry.is_file for entry in repository.entries()):
        text = repository.read(_IGNORED)[:_LARGEST].decode("utf-8", errors="replace")
        for line, name in manifests.ignored_locks(text, first.ecosystem):
            places.append(Evidence(_IGNORED, line))
            return not_met("ignored", *places, count=count, path=first.place, locked=locked, lock=name, command=command)
    return not_met("unlocked", *places, count=count, path=first.place, locked=locked, command=command)


def _roles(repository: Snapshot, paths: tree.Paths, projects: list[Project]) -> dict[Project, Role]:
    """What each project without a lock file is."""
    texts = {}
    for path, content in repository.read_all([path for project in projects for path in project.manifests]):
        if isinstance(content, Unreadable):
            raise Unreadable(content.reason, path)
        texts[path] = content[:_LARGEST].decode("utf-8", errors="replace")
    has_program = program_code.is_program(paths)
    roles: dict[Project, Role] = {}
    for project in projects:
        start = f"{project.folder}/" if project.folder else ""
        nearby = [path[len(start) :] for path in paths if path.startswith(start)]
        role = lock_files.role(project.ecosystem.id, {path: texts[path] for path in project.manifests}, nearby)
        if (
            role is Role.APPLICATION
            and project.ecosystem.language
            and not (has_program and _is_own_program(project, nearby))
        ):
            role = Role.NOTHING
        roles[project] = role
    if any(role is Role.LIBRARY and project.ecosystem.id == "Python" for project, role in roles.items()):
        # Requirements beside packages are what people need to work on them.
        roles |= {p: Role.NOTHING for p, role in roles.items() if role is Role.APPLICATION and p.is_bare_list}
    return roles


def _is_own_program(project: Project, nearby: list[str]) -> bool:
    """True when there is code in the language of the project; more than two files when it is not in the root."""
    code = [p for p in program_code.files(nearby) if program_code.language(p) == project.ecosystem.language]
    return len(code) > (2 if project.folder else 0)
