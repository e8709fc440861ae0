# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a crawl starts: a folder of clones and bundles, the address of a list, or that of one repository."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ospo.app.forge_client import ApiForge, is_account
from ospo.domain.crawl import Fetcher, Forge, ForgeAccount, Listing, Refused, SeenRepository, SourceKind
from ospo.errors import OspoError, SettingsError
from ospo.formats import address, repository_index
from ospo.git.mirror import digest_of
from ospo.git.store import locate
from ospo.settings import token_name

_DEEPEST = 4  # folders below the one that was given
_MOST = 200_000  # clones in one folder


def account_of(source: str) -> ForgeAccount:
    """What a source on the command line is.

    Raises:
        SettingsError: it is none.
    """
    if "://" in source:
        parts = urlsplit(source)
        if parts.scheme not in ("https", "http"):
            raise SettingsError("'{source}' cannot be crawled: give an https address, or a folder", source=source)
        if parts.username or parts.password:
            raise SettingsError("'{host}': leave the user and password out of the address", host=parts.hostname)
        if is_account(source) and (known := address.normalise(source)) is not None:
            return ForgeAccount(known, SourceKind.FORGE)
        return ForgeAccount(source, SourceKind.INDEX if parts.path.endswith(".json") else SourceKind.GIT)
    path = Path(source)
    if not source or not path.is_dir():
        raise SettingsError("{path}: there is no folder here: check the path", path=path)
    return ForgeAccount(path.resolve().as_uri(), SourceKind.FOLDER)


def named(source: ForgeAccount) -> tuple[ForgeAccount, Listing]:
    """The account and the list for one repository that was named by its address.

    Raises:
        SettingsError: it is the address of nothing.
    """
    known = address.normalise(source.url)
    if known is None:
        raise SettingsError("'{url}' is not the address of a repository", url=source.url)
    owner = ForgeAccount(known.rpartition("/")[0], SourceKind.GIT)
    return owner, Listing((SeenRepository(known, source.url),), is_whole=False)


def list_repositories(
    account: ForgeAccount, etag: str | None, fetcher: Fetcher, tokens: Mapping[str, str] | None = None
) -> Listing:
    """What an account holds, by its kind; `tokens` by the name of their variable.

    Raises:
        Refused, ParseError: there was no answer that can be used.
    """
    if account.kind is SourceKind.FOLDER:
        return FolderForge().list_repositories(account, etag)
    token = (tokens or {}).get(token_name(address.host(account.url)))
    forge: Forge = ApiForge(fetcher, token) if account.kind is SourceKind.FORGE else IndexForge(fetcher)
    return forge.list_repositories(account, etag)


class FolderForge:
    """A folder of clones and bundles as a forge; nothing in it is changed."""

    def list_repositories(self, account: ForgeAccount, etag: str | None) -> Listing:
        """Every repository below the folder, by its own address, else by where it is."""
        folder = Path(unquote(urlsplit(account.url).path))
        if not folder.is_dir():
            raise Refused("{path}: the folder is no longer there", path=folder)
        seen: dict[str, SeenRepository] = {}
        for path in _repositories(folder, _DEEPEST):
            found = _seen(path)
            seen.setdefault(found.address, found)
            if len(seen) >= _MOST:
                break
        return Listing(tuple(seen[known] for known in sorted(seen)))


class IndexForge:
    """A list of repositories as JSON at an address."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher

    def list_repositories(self, account: ForgeAccount, etag: str | None) -> Listing:
        """Everything on the list, unless it is the one that we know."""
        answer = self._fetcher.get(account.url, etag)
        if answer.status == 304:
            return Listing(etag=etag, is_unchanged=True, requests=answer.requests, rest=answer.rest)
        if answer.status != 200:
            raise Refused("{url}: answers with status {status}", url=account.url, status=answer.status)
        found = tuple(_of_list(seen, account.url) for seen in repository_index.parse(answer.body, account.url))
        return Listing(found, answer.etag, requests=answer.requests, rest=answer.rest)


def _of_list(seen: SeenRepository, url: str) -> SeenRepository:
    """Numbers hold within one list: it cannot rename what another one lists."""
    return replace(seen, identity=f"{url} {seen.identity}") if seen.identity else seen


def _repositories(folder: Path, deepest: int) -> Iterator[Path]:
    """The repositories and bundles below a folder, by path; nothing inside a repository counts."""
    try:
        found = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError:
        return
    names = {item.name for item in found}
    if ".git" in names or {"HEAD", "objects"} <= names:
        yield folder
        return
    for item in found:
        if item.is_symlink():
            continue
        if item.name.endswith(".bundle") and item.is_file():
            yield Path(item.path)
        elif deepest and item.is_dir():
            yield from _repositories(Path(item.path), deepest - 1)


def _seen(path: Path) -> SeenRepository:
    if path.is_file():
        found = path.stat()
        return SeenRepository(path.as_uri(), str(path), f"{found.st_size} {found.st_mtime_ns}")
    try:
        known = next(filter(None, map(address.normalise, locate(path).remotes())), None)
        mark = digest_of(path)
    except OspoError:  # the scan will say what is wrong with it
        return SeenRepository(path.as_uri(), str(path), "unreadable")
    return SeenRepository(known or path.as_uri(), str(path), mark)
