# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of the static site at addresses that were given up: they send readers, and their links, on."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from ospo.domain.language import Language
from ospo.domain.site import Output
from ospo.i18n import translator

if TYPE_CHECKING:
    from ospo.render.html.marks import Marks
    from ospo.render.html.site import Site

_PAGE = Markup("""<!doctype html>
<html lang="{language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{title} · OSPO-NL</title>
  <meta name="robots" content="noindex">
  <link rel="canonical" href="{canonical}">
  <meta http-equiv="refresh" content="0; url={href}">
</head>
<body>
  <main>
    <h1>{title}</h1>
    <p><a href="{href}">{label}</a></p>
  </main>
</body>
</html>
""")


def outputs(site: "Site", marks: "Marks") -> Iterator[Output]:
    """One page for each address that was given up; a server of its own answers them with 301 instead."""
    for old, new in site.moved.items():
        yield Output(f"{old}index.html", marks.shared, partial(_page, site, old, new), "text/html; charset=utf-8")


def _page(site: "Site", old: str, new: str) -> bytes:
    language = Language.EN if old.startswith("/en/") else Language.NL
    say = translator(language)
    page = _PAGE.format(
        language=language,
        title=say("This page has moved"),
        canonical=site.absolute(new.partition("#")[0]),
        href=site.base + new,
        label=say("Go to the page that has its place"),
    )
    return page.encode("utf-8")
