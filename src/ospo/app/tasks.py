# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is done for a job, wherever it runs: each task takes values and gives a value, and may be done twice."""

import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from ospo import checks
from ospo.app import check_set, remembering, sources
from ospo.app.evidence import Beside, owner_of
from ospo.app.looking import Place, look_at
from ospo.domain.crawl import Counts, ForgeAccount, Listing, Refused, RepositoryState, Scanned, Target
from ospo.domain.finding import Verdict
from ospo.domain.keeping import FORGETFUL, Keeper
from ospo.domain.seen import Seen
from ospo.domain.snapshot import Unreadable
from ospo.engine.report import report
from ospo.errors import OspoError, SettingsError
from ospo.formats.forge_limits import limits_of
from ospo.git import mirror, open_snapshot
from ospo.git.transfer import Remote
from ospo.remote.lists import Lists
from ospo.settings import token_name

_OFFER = "/info/refs?service=git-upload-pack"  # what git asks of a repository first


@dataclass(frozen=True, slots=True)
class Tools:
    """What tasks work with; it can be sent to another process."""

    mirrors: Path
    internal: tuple[str, ...] = ()
    keeper: Keeper = FORGETFUL
    only: tuple[str, ...] = ()  # the checks to run; all that may be published when empty
    tokens: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def checks(self) -> str:
        """The mark of the checks that are run."""
        return f"{check_set.mark()}{'-'.join(['', *sorted(self.only)])}"

    def lists_of(self, host: str) -> int:
        """How many lists a host may be asked in an hour, with the token that we have for it or without one."""
        return limits_of(host).lists(with_token=token_name(host) in self.tokens)


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking at a repository; `found` is None when it is what it was, `moved` is where it went."""

    found: Scanned | None
    counts: Counts
    moved: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong. `is_fatal`: nothing else will go better before somebody does something about it.

    `rests`: the host wants to hear nothing for so many seconds as `after` says.
    """

    message: str
    values: Mapping[str, str] = field(default_factory=dict)
    state: RepositoryState | None = None
    is_passing: bool = False
    after: float | None = None
    is_fatal: bool = False
    rests: bool = False


def list_account(account: ForgeAccount, etag: str | None, tools: Tools) -> Listing | Failure:
    """The list of an account."""
    try:
        return sources.list_repositories(account, etag, Lists(tools.internal), tools.tokens)
    except OspoError as error:
        return _failure(error)
    except Exception as error:  # one account must not stop the others
        return _broken(error)


def look_at_repository(target: Target, tools: Tools, now: datetime) -> Looked | Failure:
    """See whether a repository changed, and scan it when it did."""
    try:
        return _look(target, tools, now)
    except OspoError as error:
        return _failure(error)
    except Exception as error:  # one repository must not stop the others
        return _broken(error)


def _failure(error: OspoError) -> Failure:
    values = {name: str(value) for name, value in error.values.items()}
    if isinstance(error, Refused):
        return Failure(error.message, values, error.state, error.is_passing, error.after, rests=error.rests)
    return Failure(error.message, values, RepositoryState.UNREACHABLE, is_fatal=isinstance(error, SettingsError))


def _broken(error: Exception) -> Failure:
    message = "the scan broke down ({error}): that is a mistake of ours, please report it"
    return Failure(message, {"error": type(error).__name__})


def _look(target: Target, tools: Tools, now: datetime) -> Looked:
    copy = _copy(target, tools)
    is_aged = target.until is not None and target.until <= now
    if copy.digest == target.digest and target.basis == target.done_basis and not is_aged:
        return Looked(None, copy.counts, copy.moved)
    only = tools.only or tuple(check.id for check in checks.all_checks() if not check.is_private)
    known = (target.address,) if "://" in target.clone else None
    seen, is_lasting = look_at(Place(copy.path, known, _beside(target, tools), None), only, keeper=tools.keeper)
    counts = copy.counts.plus(Counts(scans=1))
    scanned = _scanned(seen, target, copy.digest, now, is_lasting=is_lasting)
    return Looked(replace(scanned, is_ahead=_is_ahead(target, scanned, tools)), counts, copy.moved)


def _is_ahead(target: Target, found: Scanned, tools: Tools) -> bool | None:
    """Whether the newest commit of a fork is not in what it is a fork of; None when our mirror of that cannot tell."""
    if target.fork_of is None:
        return None
    path = mirror.path_of(tools.mirrors, target.fork_of)
    try:
        with open_snapshot(path) as other:
            if any(commit.id == found.commit for commit in other.commits()):
                return False
            # What the other one got after we last fetched it may well be what this one has.
            return True if other.fetched is not None and found.committed < other.fetched else None
    except (OspoError, Unreadable):
        return None


@dataclass(frozen=True, slots=True)
class _Copy:
    """Where a repository is on this machine, as it is now; with its digest, what that took, and where it moved to."""

    path: Path
    digest: str
    counts: Counts = field(default_factory=Counts)
    moved: str | None = None


def _copy(target: Target, tools: Tools) -> _Copy:
    place = Path(target.clone)
    if "://" not in target.clone and not place.is_file():
        return _Copy(place, mirror.digest_of(place))
    path = mirror.path_of(tools.mirrors, target.address)
    known = None
    with suppress(OspoError):
        known = mirror.digest_of(path)
    if known is not None and target.mark is not None and target.mark == target.done_mark:
        mirror.confirm(path)  # its list says that nothing was pushed
        return _Copy(path, known)
    try:
        return _fetched(target.clone, target, path, known, tools)
    except Refused as error:
        if error.state is not RepositoryState.MOVED:
            raise
    moved = _moved_to(target.clone, tools)
    return replace(_fetched(moved, target, path, known, tools), moved=moved)


def _fetched(clone: str, target: Target, path: Path, known: str | None, tools: Tools) -> _Copy:
    remote = _remote(clone, tools)
    counts = Counts()
    if known is not None and target.mark is None:
        counts = Counts(looks=1)
        if mirror.look(remote).digest == known:
            mirror.confirm(path)
            return _Copy(path, known, counts)
    return _Copy(path, mirror.fetch(remote, path), counts.plus(Counts(fetches=1)))


def _remote(clone: str, tools: Tools) -> Remote:
    return Remote(clone, Lists(tools.internal).place_of(clone) if "://" in clone else None)


def _moved_to(clone: str, tools: Tools) -> str:
    """Where a repository went; each step passes the guard, and git itself follows none.

    Raises:
        Refused: that leads in a circle, too far, to no repository, or into a network that is not public.
    """
    asked = clone.rstrip("/") + _OFFER
    try:
        end = Lists(tools.internal).leads_to(asked)
    except Refused as error:
        message = "leads to another address, which cannot be asked ({why}): look where it went"
        raise Refused(message, RepositoryState.MOVED, is_passing=error.is_passing, why=str(error)) from error
    if end == asked or not end.endswith(_OFFER):
        raise Refused("leads to another address, which is no repository: look where it went", RepositoryState.MOVED)
    return end.removesuffix(_OFFER)


def _beside(target: Target, tools: Tools) -> Beside:
    if target.defaults is None:
        return Beside()
    address, clone = target.defaults
    path = Path(clone)
    if "://" in clone or path.is_file():
        path = mirror.path_of(tools.mirrors, address)
    return Beside({owner_of(address): path})


def _scanned(seen: Seen, target: Target, digest: str, now: datetime, *, is_lasting: bool) -> Scanned:
    found = report(seen, now, label=target.address).findings
    return Scanned(
        digest=digest,
        basis=target.basis,
        commit=seen.commit,
        committed=seen.committed,
        scanned=now,
        answers={f.check: (f.outcome, f.verdict.reason) for f in found},
        seen=_packed(seen),
        until=min(filter(None, (_until(v, now) for v in seen.verdicts.values())), default=None),
        is_lasting=is_lasting,
    )


def _until(verdict: Verdict, now: datetime) -> datetime | None:
    """When an answer will be another one, if nothing else changes."""
    current = verdict.at(now)
    return current.until if current.afterwards is not None else None


def _packed(seen: Seen) -> bytes:
    try:
        content = remembering.packed(seen)
    except UnicodeEncodeError:  # a path that is not UTF-8
        content = msgspec.msgpack.encode(_readable(msgspec.to_builtins(remembering.as_kept(seen))))
    return zlib.compress(content)


def _readable(value: Any) -> Any:
    """The same, with other bytes than UTF-8 written out."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {_readable(name): _readable(part) for name, part in value.items()}
    return [_readable(part) for part in value] if isinstance(value, list | tuple) else value
