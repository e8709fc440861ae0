# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wheel as inline SVG: four quarters, three rings; filled, hatched, outlined, or left out."""

from collections.abc import Callable
from math import cos, pi, sin

from markupsafe import Markup

from ospo.domain.wheel import AXES, LEVELS, Segment, State, Wheel

_CENTRE = 100
_RINGS = {1: (22, 44), 2: (48, 70), 3: (74, 96)}  # inner and outer radius of each level
_GAP = 0.045  # radians left open on each side of a quarter
_TURN = {axis: number * pi / 2 for number, axis in enumerate(AXES)}
_BLACK_AND_WHITE = {State.MET: "filled", State.UNKNOWN: "hatched", State.NOT_MET: "outlined"}

AXIS_NAMES = {
    "transparant": "Transparency",
    "samen": "Collaboration",
    "veilig": "Security",
    "efficient": "Efficiency",
}
STATE_NAMES = {
    State.MET: "found",
    State.NOT_MET: "not found",
    State.UNKNOWN: "not known",
    State.ABSENT: "not tested",
}


def svg(wheel: Wheel, say: Callable[..., str], *, title: str, key: str, small: bool = False) -> Markup:
    """The picture; its title and description say the same as its segments. `key` keeps ids on one page apart."""
    described = "; ".join(
        say(
            "{axis} level {level}: {state}",
            axis=say(AXIS_NAMES[s.axis]),
            level=s.level,
            state=say(STATE_NAMES[s.state]),
        )
        for s in wheel.segments
    )
    parts = Markup("").join(_segment(s, key) for s in wheel.segments if s.state is not State.ABSENT)
    return Markup(
        '<svg class="wheel{small}" viewBox="0 0 200 200" role="img" aria-labelledby="{key}-title {key}-desc">'
        '<title id="{key}-title">{title}</title><desc id="{key}-desc">{described}</desc>'
        '<defs><pattern id="{key}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="wheel__hatch" width="2" height="6"/></pattern></defs>'
        '<circle class="wheel__hub" cx="100" cy="100" r="14"/>{parts}</svg>'
    ).format(small=" wheel--small" if small else "", key=key, title=title, described=described, parts=parts)


def _segment(segment: Segment, key: str) -> Markup:
    inner, outer = _RINGS[segment.level]
    start = _TURN[segment.axis] - pi / 2 + _GAP
    end = start + pi / 2 - 2 * _GAP
    points = [_point(outer, start), _point(outer, end), _point(inner, end), _point(inner, start)]
    path = f"M{points[0]} A{outer} {outer} 0 0 1 {points[1]} L{points[2]} A{inner} {inner} 0 0 0 {points[3]} Z"
    fill = Markup(' fill="url(#{}-hatch)"').format(key) if segment.state is State.UNKNOWN else ""
    return Markup('<path class="wheel__segment wheel__segment--{look}" d="{path}"{fill}/>').format(
        look=_BLACK_AND_WHITE[segment.state], path=path, fill=fill
    )


def _point(radius: float, angle: float) -> str:
    return f"{_CENTRE + radius * cos(angle):.1f} {_CENTRE + radius * sin(angle):.1f}"


def sign() -> Wheel:
    """The wheel of the product's own sign: every segment filled but the outermost."""
    return Wheel(
        tuple(
            Segment(axis, level, State.MET if level < len(LEVELS) or axis == "transparant" else State.NOT_MET, 0, 0)
            for axis in AXES
            for level in LEVELS
        )
    )
