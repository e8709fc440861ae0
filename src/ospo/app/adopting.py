# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Adopting: which templates go with a name, what they would do to a repository, and writing that when asked."""

import datetime
import difflib
import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ospo import checks
from ospo.app.evidence import remotes
from ospo.domain.identifier import CheckId, PracticeId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.patch import Patch
from ospo.domain.template import Question, Template
from ospo.engine import adopting
from ospo.engine.adopting import Adoption
from ospo.errors import SettingsError, UnknownId
from ospo.git import open_snapshot


def named(name: str, library: Library) -> list[Template]:
    """The template of this name, else those of the practice or for the check of this name.

    Raises:
        UnknownId: there is none; the message names what comes close.
    """
    every = list(library.templates.values())
    found = [t for t in every if t.id == name]
    found = found or [t for t in every if PracticeId(name) in t.practices]
    found = found or [t for t in every if CheckId(name) in t.checks]
    if found:
        return found
    near = difflib.get_close_matches(name, [t.id for t in every], 3)
    if near:
        raise UnknownId("There is no template '{id}'. Did you mean {near}?", id=name, near=", ".join(near))
    raise UnknownId("There is no template '{id}': `ospo adopt` without a name lists them all.", id=name)


def answers(
    templates: Sequence[Template], given: Mapping[str, str], path: Path, today: datetime.date
) -> tuple[dict[str, str], list[Question]]:
    """The answers for some templates and the repository at a path, and the questions that are still open.

    Raises:
        SettingsError: an answer to no question, or one that cannot be used.
    """
    asked = {question.id: question for template in templates for question in template.questions}
    for name in given:
        if name not in asked:
            message = "Nothing asks for the answer '{name}'; what is asked: {known}."
            raise SettingsError(message, name=name, known=", ".join(asked) or "-")
    known = adopting.known(next(iter(remotes(path)), ""), today)
    found: dict[str, str] = {}
    for template in templates:
        found |= adopting.answers(template, given, known)
    return found, [question for name, question in asked.items() if name not in found]


def adopt(template: Template, path: Path, answers: Mapping[str, str], language: Language) -> Adoption:
    """What a template would do to a repository.

    Raises:
        NotARepository: there is none at this path, or it has no commit yet.
        KeyError: a question has no answer.
    """
    patches = adopting.filled(template, answers, language)
    with open_snapshot(path) as snapshot:
        adoption = adopting.adopt(template, patches, snapshot, [checks.load(name) for name in template.checks])
    uncommitted = {patch.path for patch in adoption.patches if os.path.lexists(path / patch.path)}
    if not uncommitted:
        return adoption
    fresh = tuple(patch for patch in adoption.patches if patch.path not in uncommitted)
    return Adoption(template, fresh, (*adoption.taken, *sorted(uncommitted)), adoption.met, adoption.after)


def write(patches: Sequence[Patch], path: Path) -> None:
    """Write new files into a work tree: all of them or none, and never over what is there.

    Raises:
        SettingsError: it has no files to write beside, or a file cannot be written.
    """
    if not (path / ".git").exists():
        raise SettingsError("{path}: is not the root of a work tree: nothing can be written there.", path=path)
    root = path.resolve()
    written: list[Path] = []
    try:
        for patch in patches:
            target = root / patch.path
            if not _stays_inside(target, root):
                raise SettingsError("{path}: leads out of the work tree through a link.", path=target)
            target.parent.mkdir(parents=True, exist_ok=True)
            _place(target, patch.after)
            written.append(target)
    except OSError as error:
        _undo(written)
        message = "{path}: cannot be written ({error}); nothing was."
        raise SettingsError(message, path=error.filename, error=error.strerror) from error
    except SettingsError:
        _undo(written)
        raise


def _stays_inside(target: Path, root: Path) -> bool:
    """Whether no folder on the way to the file is a link to somewhere else."""
    return target.parent.resolve().is_relative_to(root)


def _place(target: Path, text: str) -> None:
    """Put a whole file in its place; fails when there is one."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".ospo-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.chmod(name, 0o644)
        os.link(name, target)  # unlike a rename, this does not replace anything
    finally:
        os.unlink(name)


def _undo(written: Sequence[Path]) -> None:
    for path in written:
        with suppress(OSError):
            path.unlink()
