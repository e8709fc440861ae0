# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo content links`: what is recorded of the addresses outside, and, when asked, going out to look at them."""

from typing import TYPE_CHECKING

import click

from ospo.cli import speech
from ospo.domain.link import Budget, LinkState, Look
from ospo.engine import links
from ospo.i18n import long_date
from ospo.render.links_text import STATES, said
from ospo.render.terminal import printable

if TYPE_CHECKING:
    from ospo.app import App


def show(app: "App") -> bool:
    """Tell what is recorded, and whether all is well."""
    named = links.addresses(app.library)
    recorded = app.links
    wrong = links.wrong(named, recorded)
    for state in LinkState:
        found = [item for item in wrong if item[1].state is state]
        if found:
            click.echo(f"{speech.say(STATES[state])} ({len(found)})")
        for address, stretch, files in found:
            words = said(stretch, speech.say, lambda day: long_date(day, speech.language()))
            click.echo(printable(f"  {address}"))
            click.echo(printable(f"    {words}{f': {stretch.to}' if stretch.to else ''}"))
            click.echo(f"    {', '.join(files)}")
    counts = links.counts(named, recorded)
    fine, unseen = counts[LinkState.ALIVE], counts[LinkState.NOT_LOOKED_AT]
    message = "Addresses outside: {n}. In order: {fine}; something wrong: {wrong}; not looked at yet: {unseen}."
    speech.tell(message, n=len(named), fine=fine, wrong=len(wrong), unseen=unseen)
    return not wrong


def check(app: "App", limit: int | None) -> bool:
    """Go out, look at what is due, and record it; gives whether all that was seen is well."""
    from ospo.app import linking
    from ospo.remote import Manners, Walk

    today = app.now().date()
    due = links.due(links.addresses(app.library), app.links, today)
    chosen = links.in_turn(due if limit is None else due[:limit])
    if not chosen:
        speech.tell("Every address was looked at not long ago; nothing went out.")
        return True
    budget = links.budget(chosen, Manners().delay)
    _announce(budget)
    walk = Walk(manners=Manners(requests=budget.requests, kilobytes=budget.kilobytes))
    seen = 0
    is_well = True
    for look in linking.look_at(chosen, app.settings.observations, today, walk):
        seen += 1
        is_well = is_well and (look.state in {LinkState.ALIVE, LinkState.NOT_LOOKED_AT})
        _tell(look)
    message = "Looked at {n} of {chosen} addresses; what was seen stands in {path}. Still due: {left}."
    speech.tell(message, n=seen, chosen=len(chosen), path=app.settings.observations / "links", left=len(due) - seen)
    return is_well


def _announce(budget: Budget) -> None:
    """Say what it will cost before the first request."""
    speech.tell(
        "Going to ask {n} addresses on {hosts} hosts, one at a time: at most {requests} requests and {megabytes} MB, "
        "at least {minutes} min. You may stop at any time: what was seen is kept.",
        n=budget.addresses,
        hosts=budget.hosts,
        requests=budget.requests,
        megabytes=-(-budget.kilobytes // 1000),
        minutes=-(-budget.seconds // 60),
    )


def _tell(look: Look) -> None:
    to = f" -> {look.to}" if look.to else ""
    click.echo(printable(f"{look.state:<13}  {look.status or '-':<3}  {look.address}{to}"))
