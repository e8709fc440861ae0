# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A badge: the small wheel and the levels it shows, as SVG and as the JSON that badge services read. No score."""

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

import msgspec

from ospo.domain.language import Language
from ospo.domain.wheel import Wheel
from ospo.engine.standing import Axis
from ospo.i18n import translator
from ospo.render.html import wheel as drawn

# One colour whatever the levels: a badge is no traffic light. White on green: 7.8 to 1; on ink: 16 to 1.
_GREEN, _INK = "#0B5D4A", "#16211D"
_CHARACTER, _MARGIN, _HEIGHT, _WHEEL = 6.6, 8, 20, 18
LABEL = "OSPO-NL"
# Attributes in the place of the classes of the site: a picture that is shown elsewhere may have no style sheet in it.
_LOOKS = {
    'class="wheel__segment wheel__segment--filled"': 'fill="#fff" stroke="#fff" stroke-width="4"',
    'class="wheel__segment wheel__segment--outlined"': 'fill="none" stroke="#fff" stroke-width="4"',
    'class="wheel__segment wheel__segment--hatched"': 'stroke="#fff" stroke-width="4"',
    'class="wheel__hatch"': 'fill="#fff"',
    'class="wheel__hub"': 'fill="none" stroke="#fff" stroke-width="6"',
}


def words(axes: Sequence[Axis], language: Language) -> str:
    """The levels that are proved, axis by axis: `transparency 2 · security 1`; or that none is yet."""
    say = translator(language)
    reached = [f"{drawn.axis_name(a.name, say).lower()} {a.reached}" for a in axes if a.reached]
    return " · ".join(reached) if reached else say("levels not shown yet")


def endpoint(axes: Sequence[Axis], language: Language) -> str:
    """The JSON of the endpoint schema that badge services understand (schemaVersion 1)."""
    made: dict[str, Any] = {
        "schemaVersion": 1,
        "label": LABEL,
        "message": words(axes, language),
        "color": _GREEN.removeprefix("#"),
        "labelColor": _INK.removeprefix("#"),
    }
    return msgspec.json.format(msgspec.json.encode(made), indent=2).decode("utf-8") + "\n"


def svg(axes: Sequence[Axis], wheel: Wheel, language: Language) -> str:
    """The badge as a picture with a title that says the same."""
    message = words(axes, language)
    left, right = _WHEEL + _width(LABEL), _width(message)
    title = escape(f"{LABEL}: {message}", {'"': "&quot;"})
    place = f'<svg x="4" y="1" width="{_WHEEL}" height="{_WHEEL}" '
    small = str(drawn.ornament(wheel, "badge")).replace("<svg ", place, 1)
    for named, look in _LOOKS.items():
        small = small.replace(named, look)
    font = 'font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" fill="#fff" text-anchor="middle"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{_HEIGHT}" role="img" '
        f'aria-label="{title}"><title>{title}</title>'
        f'<clipPath id="round"><rect width="{left + right}" height="{_HEIGHT}" rx="4"/></clipPath>'
        f'<g clip-path="url(#round)"><rect width="{left}" height="{_HEIGHT}" fill="{_INK}"/>'
        f'<rect x="{left}" width="{right}" height="{_HEIGHT}" fill="{_GREEN}"/></g>{small}'
        f'<g {font}><text x="{(left + _WHEEL) / 2:g}" y="14">{LABEL}</text>'
        f'<text x="{left + right / 2:g}" y="14">{escape(message)}</text></g></svg>\n'
    )


def _width(text: str) -> int:
    return round(len(text) * _CHARACTER) + 2 * _MARGIN
