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
# Where the name of an axis runs round its quarter; below the middle it runs the other way, so that it stands upright.
_LABEL_ABOVE, _LABEL_BELOW = 103, 112
_BOX, _LABELLED_BOX = "0 0 200 200", "-16 -16 232 232"

AXIS_NAMES = {
    "transparant": "Transparency",
    "samen": "Collaboration",
    "veilig": "Security",
    "efficient": "Efficiency",
}
STATE_NAMES = {
    State.MET: "found",
    State.NOT_MET: "incomplete",
    State.UNKNOWN: "not known",
    State.ABSENT: "not tested",
}


def axis_name(axis: str, say: Callable[..., str]) -> str:
    """What an axis is called."""
    return say(AXIS_NAMES[axis])


def word(segment: Segment) -> str:
    """What a segment says, in a word; one that is undecided while something was found says so."""
    undecided = segment.state is State.UNKNOWN and segment.met
    return "partly found" if undecided else STATE_NAMES[segment.state]


def svg(wheel: Wheel, say: Callable[..., str], *, title: str, key: str, small: bool = False) -> Markup:
    """The picture of facts; its title and description say the same as its segments.

    Args:
        wheel: what to draw.
        say: the translator.
        title: what it is a wheel of.
        key: keeps the ids on one page apart.
        small: rings only, for in a list; the large one carries the names of the axes.
    """
    described = "; ".join(
        say("{axis} level {level}: {state}", axis=say(AXIS_NAMES[s.axis]), level=s.level, state=say(word(s)))
        for s in wheel.segments
    )
    named = Markup('<title id="{key}-title">{title}</title><desc id="{key}-desc">{described}</desc>').format(
        key=key, title=title, described=described
    )
    role = Markup('role="img" aria-labelledby="{key}-title" aria-describedby="{key}-desc"').format(key=key)
    return _drawing(wheel, key, role, named, Markup("") if small else _labels(say, key), small)


def picture(wheel: Wheel, say: Callable[..., str], *, title: str, key: str) -> Markup:
    """The wheel as an illustration with the names of its axes; its segments state no facts."""
    named = Markup('<title id="{key}-title">{title}</title>').format(key=key, title=title)
    role = Markup('role="img" aria-labelledby="{key}-title"').format(key=key)
    return _drawing(wheel, key, role, named, _labels(say, key), small=False)


def ornament(wheel: Wheel, key: str) -> Markup:
    """The small wheel beside words that say the same, so without a title."""
    return _drawing(wheel, key, Markup('aria-hidden="true" focusable="false"'), Markup(""), Markup(""), small=True)


def _drawing(wheel: Wheel, key: str, role: Markup, named: Markup, labels: Markup, small: bool) -> Markup:
    return Markup(
        '<svg class="wheel{small}" viewBox="{box}" {role}>{named}'
        '<defs><pattern id="{key}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="wheel__hatch" width="2" height="6"/></pattern></defs>'
        '<circle class="wheel__hub" cx="100" cy="100" r="14"/>{segments}{labels}</svg>'
    ).format(
        small=" wheel--small" if small else "",
        box=_LABELLED_BOX if labels else _BOX,
        role=role,
        named=named,
        key=key,
        segments=Markup("").join(_segment(s, key) for s in wheel.segments if s.state is not State.ABSENT),
        labels=labels,
    )


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


def _labels(say: Callable[..., str], key: str) -> Markup:
    return Markup("").join(_label(axis, say(AXIS_NAMES[axis]), f"{key}-{axis}") for axis in AXES)


def _label(axis: str, name: str, key: str) -> Markup:
    start = _TURN[axis] - pi / 2
    below = sin(start + pi / 4) > 0
    radius = _LABEL_BELOW if below else _LABEL_ABOVE
    ends = [_point(radius, start), _point(radius, start + pi / 2)]
    first, last = reversed(ends) if below else ends
    return Markup(
        '<path id="{key}" fill="none" d="M{first} A{radius} {radius} 0 0 {sweep} {last}"/>'
        '<text class="wheel__axis"><textPath href="#{key}" startOffset="50%">{name}</textPath></text>'
    ).format(key=key, first=first, last=last, radius=radius, sweep=int(not below), name=name)


def _point(radius: float, angle: float) -> str:
    return f"{_CENTRE + radius * cos(angle):.1f} {_CENTRE + radius * sin(angle):.1f}"


def sign() -> Wheel:
    """The wheel of the product's own sign: every segment filled but most of the outermost ring."""
    return Wheel(
        tuple(
            Segment(axis, level, State.MET if level < len(LEVELS) or axis == "transparant" else State.NOT_MET, 0, 0)
            for axis in AXES
            for level in LEVELS
        )
    )
