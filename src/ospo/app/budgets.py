# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a crawl is going to ask, host by host, before it starts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from ospo.app.tasks import Tools
from ospo.domain.crawl import ForgeAccount, HostBudget, SourceKind
from ospo.domain.work import HostUse
from ospo.formats.forge_limits import HERE, host_of, limits_of
from ospo.settings import token_name

_PER_PAGE = 50  # repositories on a page of a list, at the forge that gives the fewest


def of(
    accounts: Iterable[ForgeAccount], known: Mapping[str, int], uses: Sequence[HostUse], tools: Tools, now: datetime
) -> tuple[HostBudget, ...]:
    """What each host is going to be asked, by its name; nothing for what is on this machine.

    Args:
        accounts: that are crawled.
        known: how many repositories each of them is known to have, by its address.
        uses: what each host was asked before.
        tools: with the tokens.
        now: the moment.
    """
    by_host: dict[str, list[ForgeAccount]] = {}
    for account in accounts:
        by_host.setdefault(host_of(account.url), []).append(account)
    before = {use.host: use for use in uses}
    return tuple(
        _budget(host, by_host[host], known, before.get(host), tools, now) for host in sorted(by_host) if host != HERE
    )


def _budget(
    host: str,
    accounts: Sequence[ForgeAccount],
    known: Mapping[str, int],
    use: HostUse | None,
    tools: Tools,
    now: datetime,
) -> HostBudget:
    lists = [account for account in accounts if account.kind is not SourceKind.GIT]
    paged = [known.get(a.url, 0) for a in lists if a.kind is SourceKind.FORGE]
    name, limits = token_name(host), limits_of(host)
    return HostBudget(
        host=host,
        accounts=len(lists),
        least=len(lists),
        most=len(lists) + sum(repositories // _PER_PAGE for repositories in paged),
        known=sum(known.get(a.url, 0) for a in lists) + len(accounts) - len(lists),
        allowed=limits.lists(with_token=name in tools.tokens),
        used=0 if use is None else use.lists,
        has_token=name in tools.tokens,
        otherwise=limits.per_hour_with_token,
        token=name,
        free=use.free if use is not None and use.free > now else None,
    )
