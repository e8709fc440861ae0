# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a repository leans on packages of others: the first manifest that declares any."""

from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import lock_files, manifests, program_code, tree
from ospo.formats.lock_files import Role

_MOST_PROJECTS = 40
_LARGEST = 200_000


def first(repository: Snapshot) -> str | None:
    """The manifest, nearest to the root, of a project that declares packages; None when nothing does.

    Charts and infrastructure as code do not count: they name images and providers, not packages.
    """
    paths = tree.paths(repository.entries())
    projects = [project for project in manifests.projects(paths) if project.ecosystem.language][:_MOST_PROJECTS]
    if not projects or not program_code.has_anything_to_build(paths):
        return None
    wanted = [path for project in projects if not project.lock for path in project.manifests]
    texts = {path: _text(content) for path, content in repository.read_all(wanted)}
    for project in projects:
        its = {path: texts[path] for path in project.manifests if path in texts}
        if project.lock or lock_files.role(project.ecosystem.id, its, ()) is not Role.NOTHING:
            return project.place
    return None


def _text(content: bytes | Unreadable) -> str:
    return "" if isinstance(content, Unreadable) else content[:_LARGEST].decode("utf-8", errors="replace")
