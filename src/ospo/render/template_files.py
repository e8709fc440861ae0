# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be taken over as it is, to download beside its page: files of templates, and texts in practices."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from ospo.domain.language import Language
from ospo.domain.practice import Practice
from ospo.domain.site import Kind, Output, Route
from ospo.domain.template import TemplateFile
from ospo.engine import artefacts
from ospo.engine import site as plan
from ospo.engine.artefacts import Artefact

if TYPE_CHECKING:
    from ospo.render.html.marks import Marks
    from ospo.render.html.site import Site

_TYPE = "text/plain; charset=utf-8"


def address(route: Route, file: TemplateFile) -> str:
    """Where a file of the template on this page is; a dot in front of a name would hide it from web servers."""
    return f"{plan.address(route)}{file.path.replace('/', '-').lstrip('.')}.txt"


def texts(practice: Practice, language: Language) -> list[tuple[str, Artefact]]:
    """The texts in a practice that a reader takes over whole: where each is to be downloaded, and what it says."""
    folder = plan.address(Route(Kind.PRACTICE, practice.id, language))
    found = artefacts.of(practice.texts[language].body)
    return [(f"{folder}text-{number}.{a.ending}.txt", a) for number, a in enumerate(found, 1)]


def outputs(site: "Site", marks: "Marks") -> Iterator[Output]:
    """Every file of every template, and every text of every practice, in each language."""
    for language in Language:
        for practice in site.library.practices.values():
            route = Route(Kind.PRACTICE, practice.id, language)
            for place, artefact in texts(practice, language):
                yield Output(place, partial(marks.page, route), partial(_written, artefact), _TYPE)
        for template in site.library.templates.values():
            route = Route(Kind.TEMPLATE, template.id, language)
            for file in template.files:
                make = partial(file.texts[language].encode, "utf-8")
                yield Output(address(route, file), partial(marks.page, route), make, _TYPE)


def _written(artefact: Artefact) -> bytes:
    return artefact.text.encode("utf-8")
