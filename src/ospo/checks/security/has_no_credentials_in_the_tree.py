# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tree holds no private keys and tokens in the clear. Only places are reported, never a value."""

import re
from enum import Enum

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import binaries, secret_places, secrets, survey, tree
from ospo.formats.secrets import Hit

_NO_TEXT = re.compile(
    r"\.(?:zip|t?gz|bz2|xz|zst|7z|rar|tar|pdf|gpkg|shp|dbf|la[sz]|nc|grib2?|db|bin|pickle|pkl|pt|onnx)", re.IGNORECASE
)

_Place = tuple[str, Hit]


class _Group(Enum):
    """Where a credential stands; the first group that has any decides."""

    PLAIN = "plain"
    EXCUSED = "excused"
    OFTEN_PUBLIC = "often-public"
    FOR_SHOW = "for-show"


PRIVATE = True  # where such a thing is, is told to who scans; it is not for a public site


def check(repository: Snapshot) -> Verdict:
    """Not met by a credential in a file that is in use; one for tests, examples or development settles nothing."""
    looked = survey.survey(repository)
    hits = [(path, hit) for path, file in looked.files.items() for hit in file.credentials]
    told = _folders_for_tests(repository, hits)
    by_group: dict[_Group, list[_Place]] = {group: [] for group in _Group}
    for path, hit in hits:
        by_group[_group(path, hit, told)].append((path, hit))
    for group, places in by_group.items():
        if places:
            return _verdict(group, places)
    unread = [error for path, error in looked.unread.items() if _may_hold_text(path, error)]
    if unread:
        raise unread[0]
    return met("none", count=len(looked.files))


def _group(path: str, hit: Hit, told: set[str]) -> _Group:
    if secret_places.is_for_show(path) or path.rpartition("/")[0] in told:
        return _Group.FOR_SHOW
    if hit.is_excused:
        return _Group.EXCUSED
    return _Group.OFTEN_PUBLIC if hit.kind in secrets.OFTEN_PUBLIC else _Group.PLAIN


def _verdict(group: _Group, places: list[_Place]) -> Verdict:
    evidence = [Evidence(path, hit.line) for path, hit in places[:5]]
    path, hit = places[0]
    if group is _Group.PLAIN:
        return not_met("found", *evidence, count=len(places), path=path, kind=hit.kind)
    if group is _Group.EXCUSED:
        return unknown("excused", *evidence, count=len(places), path=path, kind=hit.kind)
    if group is _Group.OFTEN_PUBLIC:
        return unknown("may-be-public", *evidence, count=len(places), path=path, kind=hit.kind)
    return unknown("for-show", *evidence, count=len(places), path=path, kind=hit.kind)


def _folders_for_tests(repository: Snapshot, hits: list[_Place]) -> set[str]:
    """The folders with a key, whose own README says that what is in it is for tests or development."""
    folders = {path.rpartition("/")[0] for path, _ in hits} - {""}
    names = tree.paths(repository.entries()).each
    guides = [path for folder in sorted(folders) for path in secret_places.guides(folder) if path in names]
    return {
        path.rpartition("/")[0]
        for path, content in repository.read_all(guides)
        if not isinstance(content, Unreadable) and secret_places.speaks_of_tests(content)
    }


def _may_hold_text(path: str, error: Unreadable) -> bool:
    """False for a file too large to be looked at, one that by its name holds no text, and one that is for show."""
    ending = path[path.rfind(".") :] if "." in path else ""
    if error.reason == "too-large" or secret_places.is_for_show(path) or not secrets.is_looked_at(path):
        return False
    return not binaries.may_be_one(path) and not _NO_TEXT.fullmatch(ending)
