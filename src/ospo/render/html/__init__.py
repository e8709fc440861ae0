# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The site as HTML: the live page and the static page come from the same function here."""

from ospo.render.html.site import HTML, Site

__all__ = ["HTML", "Site"]
