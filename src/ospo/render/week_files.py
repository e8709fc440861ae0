# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""This week for programs and mail: an Atom feed, a calendar of what has a day, and Markdown to send around."""

import datetime
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from ospo.domain.language import Language
from ospo.domain.site import Kind, Output, Route
from ospo.engine import site as plan
from ospo.i18n import long_date, translator
from ospo.render import week
from ospo.render.atom import Entry, feed
from ospo.render.week import Line

if TYPE_CHECKING:
    from ospo.render.html.marks import Marks
    from ospo.render.html.site import Site

FEED, CALENDAR, MAIL = "atom.xml", "agenda.ics", "week.md"
DUE = 60  # days ahead in which reviews stand in the calendar
_MOST = 200  # entries of the feed
_MOST_OF_A_KIND = 10  # lines of the mail


def outputs(site: "Site", marks: "Marks") -> Iterator[Output]:
    """Three files beside the page, in each language."""
    for language in Language:
        route = Route(Kind.WEEK, "", language)
        folder, mark = plan.address(route), partial(marks.page, route)
        yield Output(folder + FEED, mark, partial(_feed, site, route), "application/atom+xml; charset=utf-8")
        yield Output(folder + CALENDAR, mark, partial(_calendar, site, language), "text/calendar; charset=utf-8")
        yield Output(folder + MAIL, mark, partial(_mail, site, route), "text/markdown; charset=utf-8")


def _feed(site: "Site", route: Route) -> bytes:
    """An entry for each change; the newest first. An entry without an address of its own leads to the page."""
    say = translator(route.language)
    home = site.absolute(plan.address(route))
    found = week.of(site, route.language)
    entries = [
        Entry(line.text, f"{home}#{line.anchor}", line.day, f"{title}. {line.note}".strip())
        for _, title, lines in found.groups
        for line in lines
    ]
    entries = entries or [Entry(say("Nothing changed this week"), home, site.today, "")]
    entries.sort(key=lambda entry: -entry.updated.toordinal())
    title = say("OSPO-NL: what changed this week")
    return feed(title, home, home + FEED, route.language, entries[:_MOST])


def _calendar(site: "Site", language: Language) -> bytes:
    """The events of the coming weeks, and what editors have to read again, as days."""
    import icalendar

    say = translator(language)
    made = icalendar.Calendar()
    made.add("prodid", "-//OSPO-NL//OSPO-NL//NL")
    made.add("version", "2.0")
    made.add("x-wr-calname", say("OSPO-NL: this week and after"))
    found = week.of(site, language)
    for line in (*found.coming, *week.due(site, language, DUE)):
        day = icalendar.Event()
        where = _absolute(site, line)
        day.add("uid", f"{line.day:%Y%m%d}-{where}@ospo-nl")
        day.add("dtstamp", datetime.datetime.combine(site.today, datetime.time(), datetime.UTC))
        day.add("summary", line.text)
        day.add("description", line.note)
        day.add("url", where)
        day.add("dtstart", line.day)
        day.add("dtend", line.day + datetime.timedelta(days=1))
        made.add_component(day)
    return bytes(made.to_ical())


def _mail(site: "Site", route: Route) -> bytes:
    say, found = translator(route.language), week.of(site, route.language)
    between = [long_date(day, route.language) for day in (found.first, found.last)]
    days = say("{first} to {last}", first=between[0], last=between[1])
    lines = [f"# {say('OSPO-NL: what changed this week')}", "", days]
    if found.coming:
        lines += ["", f"## {say('What is coming')}", ""]
        lines += [_item(site, line, route.language) for line in found.coming]
    for _, title, changed in found.groups:
        lines += ["", f"## {title} ({len(changed)})", ""]
        lines += [_item(site, line, route.language) for line in changed[:_MOST_OF_A_KIND]]
        if len(changed) > _MOST_OF_A_KIND:
            lines.append(f"- {say('and {n} more', n=len(changed) - _MOST_OF_A_KIND)}")
    lines += ["", f"{say('Everything, with what it rests on:')} {site.absolute(plan.address(route))}", ""]
    return "\n".join(lines).encode("utf-8")


def _item(site: "Site", line: Line, language: Language) -> str:
    """A line of Markdown; what comes from elsewhere stands there as text, and makes no markup."""
    text = "".join(f"\\{c}" if c in "\\`*_[]<>#" else c for c in " ".join(line.text.split()))
    where = _absolute(site, line)
    linked = f"[{text}]({where.replace(')', '%29').replace(' ', '%20')})" if where else text
    note = "".join(f"\\{c}" if c in "\\`*_[]<>#" else c for c in line.note)
    return f"- {linked} · {long_date(line.day, language)}{f' · {note}' if note else ''}"


def _absolute(site: "Site", line: Line) -> str:
    return site.absolute(line.href.removeprefix(site.base)) if line.href.startswith("/") else line.href
