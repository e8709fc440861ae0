# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Building the site: nothing when nothing changed, else what changed, after seeing that everything fits together."""

import gc
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ospo.app import keeping, publishing, shown_register, side_by_side
from ospo.domain.keeping import FORGETFUL, Keeper
from ospo.errors import ContentError

if TYPE_CHECKING:
    from ospo.app import App

# What makes the files that one changed page has a part in.
_MAKERS = (
    "ospo.render.content_json",
    "ospo.render.html.prose",
    "ospo.render.html.making",
    "ospo.render.html.views.practices",
    "ospo.render.html.views.pages",
    "ospo.render.search_index",
)


def build(app: "App", folder: Path, address: str, keeper: Keeper, *, has_zip: bool = False) -> int:
    """Write the static site into a folder, whole or not at all; gives the number of files.

    Args:
        app: the program.
        folder: where the site goes.
        address: where it will stand.
        keeper: keeps what helps the next time.
        has_zip: with a zip of everything in it, for readers without a network.

    Raises:
        ContentError: the knowledge base does not fit together; nothing is written.
        SettingsError: the folder holds something else than a site of ours.
    """
    read = keeping.state(app.settings.content, app.settings.observations)
    register = shown_register.mark(app.settings)
    state = f"{read} {register} {app.now().date()} {address} {has_zip}" if read and register else ""
    same = publishing.unchanged(folder, state, keeper)
    if same is not None:
        return same
    with _compiling(folder, keeper), _rarely_collecting():
        site = app.site(address=address, has_zip=has_zip)
        count = publishing.write(
            folder,
            site.outputs(),
            keeper=keeper,
            state=state,
            standby=keeping.standby(app.settings, folder),
            prepare=site.prepare,
            check=lambda kept: check(app, kept),
        )
    from ospo.app import cataloguing

    cataloguing.remember(app.catalogue, keeper)
    return count


def get_ready() -> None:
    """Import what makes files, so that every process that is forked from now on has it."""
    for name in _MAKERS:
        import_module(name)


def check(app: "App", kept: Collection[str] = ()) -> None:
    """See that everything in the knowledge base fits together.

    Args:
        app: the program.
        kept: paths of files of the site that come out as they did when this was last found to be so. What such a file
            was made from need not be looked at again.

    Raises:
        ContentError: with every id that does not exist, every translation that is behind, and the like.
    """
    from ospo.engine import integrity, redirects
    from ospo.engine import site as plan

    problems = integrity.problems(app.library, app.catalogue.topics, lambda page: plan.paths(page).issubset(kept))
    problems += integrity.strangers(app.library, app.observations)
    if plan.MISSING not in kept:  # it is made from everything that any page may show
        from ospo.app import policies

        problems += policies.problems(app.library, app.catalogue.topics, app.now().date())
        paths = plan.plan(app.library, app.catalogue.ids(), app.observations)
        problems += redirects.problems(app.library, paths)
    if problems:
        raise ContentError(problems)


@contextmanager
def _compiling(folder: Path, keeper: Keeper) -> Iterator[None]:
    """For a first build, have another process compile the templates while this one still reads what to build."""
    if keeper is FORGETFUL or folder.exists():
        yield
        return

    def compile_ahead() -> None:
        from ospo.render.html import making

        making.compile_ahead(keeper)

    wait = side_by_side.beside(compile_ahead)
    try:
        yield
    finally:
        wait()


@contextmanager
def _rarely_collecting() -> Iterator[None]:
    """Let the collector of garbage look less often: a build makes a lot, keeps most of it, and is soon over."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
