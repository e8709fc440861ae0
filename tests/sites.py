# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real site, from the knowledge base and the observations of this repository; and a small fictional one."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import html_pages
import shared
from html_pages import Page
from ospo.app import App
from ospo.domain.finding import Evidence, Finding, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.identifier import CheckId, OrganisationId
from ospo.domain.link import LinkReason, Links, LinkState, Stretch
from ospo.domain.observation import Observations, ObservedRepository
from ospo.domain.site import File, Kind, Route
from ospo.render.html import Site
from ospo.settings import Settings

NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)
ADDRESS = "https://voorbeeld.example/ospo"

LICENCE, README = CheckId("has-licence-file"), CheckId("readme-explains-the-project")
CI, POLICY = CheckId("has-ci"), CheckId("has-security-policy")
VERDICTS: dict[str, Verdict] = {
    "met": met("found", Evidence("LICENSE", 1), path="LICENSE"),
    "not-met": not_met("missing"),
    "unknown": unknown("may-be-inherited"),
    "not-applicable": not_applicable("empty"),
}


@cache
def app() -> App:
    """The program with everything in this repository, on a day that stands still."""
    return App(Settings.read({}), now=lambda: NOW)


@cache
def live() -> Site:
    """The real site with search, as the server has it."""
    return app().site(address="http://127.0.0.1", search=True)


@cache
def static() -> Site:
    """The real site as files, under a path."""
    return app().site(address=ADDRESS)


@cache
def files() -> Mapping[str, File]:
    """Every file of the static site, by its path."""
    return shared.once("site.msgpack", dict[str, File], lambda: {file.path: file for file in static().files()})


@cache
def pages() -> Mapping[str, Page]:
    """Every page of the static site as a program reads it, by its path."""
    return {path: html_pages.read(file.content) for path, file in files().items() if path.endswith(".html")}


def some(site: Site) -> dict[str, Route]:
    """The pages of a site, but of the repositories, which are made alike, only every tenth."""
    repositories = [path for path, route in site.routes.items() if route.kind is Kind.REPOSITORY]
    left_out = set(repositories) - set(repositories[::10])
    return {path: route for path, route in site.routes.items() if path not in left_out}


def fictional(content: Path, observations: Observations | None = None, *, address: str = "") -> Site:
    """A site of some other knowledge base."""
    settings = replace(Settings.read({}), content=content, observations=content / "none")
    made = App(settings, now=lambda: NOW)
    if observations is not None:
        made.__dict__["observations"] = observations  # instead of what the cached property reads
    return made.site(address=address)


def repository(name: str, **outcomes: str) -> ObservedRepository:
    """An observed repository: `has_ci="met"` and the like."""
    findings = tuple(Finding(CheckId(c.replace("_", "-")), VERDICTS[o]) for c, o in outcomes.items())
    return ObservedRepository(f"https://github.com/voorbeeld/{name}", "a" * 40, NOW, NOW, findings)


def seen_gone(*addresses: str) -> Links:
    """Links of which somebody saw that they are gone."""
    day = NOW.date()
    return Links({a: (Stretch(LinkState.GONE, LinkReason.STATUS, day, day, 404),) for a in addresses})


def observed(**organisations: list[ObservedRepository]) -> Observations:
    """Observations by organisation: `gemeente_voorbeeld=[...]`."""
    return Observations({OrganisationId(o.replace("_", "-")): tuple(found) for o, found in organisations.items()})
