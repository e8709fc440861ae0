# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The history shows the software being made, step by step, and not only what was made elsewhere being put in."""

from datetime import timedelta
from itertools import islice

from ospo.domain.finding import Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Commit, Snapshot
from ospo.formats import dumps, people, program_code, tree, versions

_NEWEST = 300  # commits that are looked at
_FEW = 5  # commits; so few can be the start of anything
_LARGE = 30  # files of code; nobody writes those in a few steps
_YOUNG = timedelta(days=90)
_SHARE = 75  # percent of the commits; our own choice
_ENOUGH = 3


def check(repository: Snapshot) -> Verdict:
    """Measured on the shape of the history: how many commits, what their messages say, and how many releases.

    What is in a commit is not looked at.
    """
    if repository.is_shallow:
        return unknown("shallow")
    newest = list(islice((commit for commit in repository.commits() if not commit.is_merge), _NEWEST))
    imports = sum(dumps.is_dump(commit.message) for commit in newest)
    work = [commit for commit in newest if not people.is_bot(commit.author) or dumps.is_dump(commit.message)]
    if not work:
        return not_applicable("no-people")
    share = 100 * imports // len(work)
    if imports >= _ENOUGH and share >= _SHARE:
        return not_met("imports", n=len(work), count=imports, share=share)
    if len(work) < _FEW:
        return _few(repository, work)
    releases = sum(versions.parse(tag.name) is not None for tag in repository.tags())
    if releases >= _ENOUGH and len(newest) < _NEWEST and 2 * len(work) < 3 * releases:
        return unknown("few-between-releases", n=len(work), releases=releases)
    if len(newest) == _NEWEST:
        return met("steps-and-more", n=len(work))
    return met("steps", n=len(work))


def _few(repository: Snapshot, work: list[Commit]) -> Verdict:
    """A handful of commits: the start of something, small work, or all of it put in at once?"""
    files = len(program_code.files(tree.paths(repository.entries())))
    started = min((c.committer.when for c in work if people.is_dated(c.committer.when)), default=None)
    if started is None or repository.fetched is None or repository.fetched - started < _YOUNG:
        return unknown("young", n=len(work))
    if files >= _LARGE:
        return not_met("at-once", n=len(work), files=files)
    return unknown("too-few", n=len(work))
