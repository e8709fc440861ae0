# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The templates: the list of them, and one with its files, its questions and the command that fills it in."""

from typing import TYPE_CHECKING, Any

from ospo.domain.identifier import TemplateId
from ospo.domain.site import Route
from ospo.domain.template import Template
from ospo.render import template_files

if TYPE_CHECKING:
    from ospo.render.html.site import Site


def listing(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """Every template, with what it brings and the practices that it takes over."""
    return "templates.html", {
        "templates": list(site.library.templates.values()),
        "practices": site.library.practices,
    }


def template(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """One template: each file whole, to read, to copy and to download."""
    item = site.library.templates[TemplateId(route.key)]
    return "template.html", {
        "template": item,
        "files": [
            (file.path, file.texts[route.language], f"{site.base}{template_files.address(route, file)}")
            for file in item.files
        ],
        "command": command(item),
        "practices": [site.library.practices[p] for p in item.practices],
        "checks": [(c, site.catalogue.text(c, route.language).title) for c in item.checks],
    }


def command(template: Template) -> str:
    """The command that fills it in, with the examples as answers."""
    asked = [q for q in template.questions if q.known is None]
    answers = (f"--answer {question.id}='{question.example}'" for question in asked)
    return " \\\n  ".join([f"ospo adopt {template.id} .", *answers])
