# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Integrity: every id that content names exists, every check has its practice, every translation is up to date."""

from collections.abc import Callable, Collection, Iterable, Iterator

from ospo.domain.identifier import CheckId, ControlId, FactId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.observation import Observations
from ospo.domain.page import PLACEHOLDER, Page
from ospo.domain.practice import Practice, Text
from ospo.engine import anchors, community_integrity, drift
from ospo.errors import Problem
from ospo.formats import references

_DANGLING = {
    "fact": "names the fact '{id}', which does not exist: check its spelling or add it to facts/",
    "term": "names the term '{id}', which does not exist: check its spelling or add it to glossary.yaml",
    "practice": "names the practice '{id}', which does not exist: check its spelling",
    "check": "names the check '{id}', which does not exist: `ospo checks list` names them all",
    "norm": "names the norm '{id}', which does not exist: check its spelling",
    "page": "names the page '{id}', which does not exist: check its spelling",
    "control": "names the control '{id}', which no norm here has: check its spelling",
}


def problems(
    library: Library, checks: Collection[CheckId], is_sound: Callable[[Practice | Page], bool] = lambda _: False
) -> list[Problem]:
    """Everything that does not fit together, with file and line.

    Args:
        library: the knowledge base.
        checks: the ids that exist.
        is_sound: whether nothing was wrong with a practice or page before, and nothing of it has changed since, nor
            any id that it could name.
    """
    known: dict[str, Collection[str]] = {
        "fact": library.facts,
        "term": library.terms,
        "practice": library.practices,
        "check": checks,
        "norm": library.norms,
        "page": library.pages,
    }
    controls = {c.id for norm in library.norms.values() for c in norm.controls}
    found: list[Problem] = []
    for practice in library.practices.values():
        if not is_sound(practice):
            found.extend(_practice(practice, known, controls))
    for page in library.pages.values():
        if not is_sound(page):
            found.extend(_texts(page, known))
    for norm in library.norms.values():
        names = [m.check for control in norm.controls for m in control.mappings]
        found.extend(_missing(f"norms/{norm.id}.yaml", "check", names, checks))
    for fact in library.facts.values():
        found.extend(_gaps(f"facts/{fact.id}.yaml", None, *fact.text.values()))
    for step in library.steps.values():
        found.extend(_gaps(f"roadmap/{step.id}.yaml", None, *step.title.values()))
        found.extend(_missing(f"roadmap/{step.id}.yaml", "practice", step.practices, library.practices))
    for event in library.events.values():
        path = f"events/{event.id}.yaml"
        found.extend(_missing(path, "practice", event.practices, library.practices))
        found.extend(_gaps(path, None, *event.title.values(), *event.summary.values()))
    for template in library.templates.values():
        path = f"templates/{template.id}/template.yaml"
        found.extend(_missing(path, "practice", template.practices, library.practices))
        found.extend(_missing(path, "check", template.checks, checks))
    for path, text in _written(library):
        found.extend(_gaps(path, None, text))
    found.extend(community_integrity.problems(library))
    found.extend(anchors.problems(library))
    found.extend(_unnamed(library, checks))
    found.extend(_accounts(library))
    return sorted(found, key=lambda p: (p.path, p.line or 0, p.message))


def _practice(
    practice: Practice, known: dict[str, Collection[str]], controls: Collection[ControlId]
) -> Iterator[Problem]:
    path = practice.texts[Language.NL].path
    if practice.traces and not practice.checks:
        yield Problem(path, None, "names no check that shows it: name one, or say `traces: false`")
    yield from _missing(path, "check", practice.every_check, known["check"])
    yield from _missing(path, "fact", practice.facts, known["fact"])
    yield from _missing(path, "practice", practice.related, known["practice"])
    yield from _missing(path, "control", practice.controls, controls)
    yield from _texts(practice, known)


def _texts(page: Practice | Page, known: dict[str, Collection[str]]) -> Iterator[Problem]:
    original = page.texts[Language.NL]
    for text in page.texts.values():
        yield from _body(text, page.facts, known)
        yield from _gaps(text.path, text.body_line, text.title, text.question, text.body)
    translation = page.texts[Language.EN]
    if drift.is_behind(translation, original):
        yield Problem(
            translation.path, 1, "was made from an older Dutch text: bring it up to date, then `ospo content stamp`"
        )


def _gaps(path: str, first: int | None, *texts: str) -> Iterator[Problem]:
    """Places where an editor still has to write; `first` is the line on which the last text begins."""
    for text in texts:
        if PLACEHOLDER in text:
            line = first + text.count("\n", 0, text.index(PLACEHOLDER)) if first and text is texts[-1] else None
            yield Problem(path, line, "still holds {word}: write what belongs there", {"word": PLACEHOLDER})
            return


def _written(library: Library) -> Iterator[tuple[str, str]]:
    """The other texts that an editor writes."""
    for term in library.terms.values():
        for text in (*term.term.values(), *term.definition.values()):
            yield "glossary.yaml", text
    for norm in library.norms.values():
        titles = [text for control in norm.controls for text in control.title.values()]
        for text in (*norm.title.values(), *norm.summary.values(), *titles):
            yield f"norms/{norm.id}.yaml", text
    for profile in library.profiles.values():
        for text in (*profile.title.values(), *profile.summary.values()):
            yield profile.path or f"profiles/{profile.id}.yaml", text


def _body(text: Text, facts: Collection[FactId], known: dict[str, Collection[str]]) -> Iterator[Problem]:
    listed = [fact for fact in facts if fact in known["fact"]]
    if all(name in (listed if kind == "fact" else known.get(kind, ())) for kind, name in references.at_most(text.body)):
        return
    for reference in references.find(text.body):
        line = text.body_line + reference.line - 1
        if reference.kind not in known:
            target = {"target": f"{reference.kind}:{reference.id}"}
            yield Problem(text.path, line, "links to '{target}', which is no kind of page here", target)
        elif reference.id not in known[reference.kind]:
            yield Problem(text.path, line, _DANGLING[reference.kind], {"id": reference.id})
        elif reference.kind == "fact" and reference.id not in facts:
            message = "uses the fact '{id}': list it under 'facts' in the front matter"
            yield Problem(text.path, line, message, {"id": reference.id})


def _missing(path: str, what: str, names: Iterable[str], known: Collection[str]) -> Iterator[Problem]:
    for name in dict.fromkeys(names):
        if name not in known:
            yield Problem(path, None, _DANGLING[what], {"id": name})


def _unnamed(library: Library, checks: Collection[CheckId]) -> Iterator[Problem]:
    named = {check for practice in library.practices.values() for check in practice.every_check}
    for check in checks:
        if check not in named:
            message = "no practice names the check '{id}': add it to the one that explains it"
            yield Problem("practices", None, message, {"id": check})


def _accounts(library: Library) -> Iterator[Problem]:
    """A repository belongs to one organisation, and to one of its accounts."""
    owner: dict[str, str] = {}
    normal: Callable[[str], str] = str.lower
    for organisation in library.organisations.values():
        path = f"organisations/{organisation.id}.yaml"
        for url in organisation.repositories:
            if not any(normal(url).startswith(normal(a.url).rstrip("/") + "/") for a in organisation.accounts):
                yield Problem(
                    path,
                    None,
                    "observes {url}, which is under none of its accounts: add the account or leave the repository out",
                    {"url": url},
                )
            if normal(url) in owner:
                both = {"url": url, "other": owner[normal(url)]}
                yield Problem(path, None, "observes {url}, as does {other}: keep one", both)
            owner[normal(url)] = path


def strangers(library: Library, observations: Observations) -> list[Problem]:
    """Observations of organisations that the knowledge base does not know."""
    message = "is about '{id}', an organisation that does not exist: remove it, or write organisations/{id}.yaml"
    return [
        Problem(f"observations/{organisation}.json", None, message, {"id": organisation})
        for organisation in observations.by_organisation
        if organisation not in library.organisations
    ]
