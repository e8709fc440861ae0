# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Columns through time as inline SVG: of an axis, what was shown, not known and not met at each moment."""

import datetime
from collections.abc import Callable, Sequence

from markupsafe import Markup

from ospo.engine.trend import Moment
from ospo.render.html import wheel

_WIDTH, _HEIGHT = 34, 90  # of a column
_GAP, _BASE, _TOP = 10, 20, 24  # between columns; below them, for the year; above them, for the name
_NARROWEST = 200


def svg(moments: Sequence[Moment], axis: str, say: Callable[..., str], *, key: str) -> Markup:
    """One column a moment, as high as there were requirements with a meaning; its title and description say the same.

    Args:
        moments: from old to new.
        axis: which one.
        say: the translator.
        key: keeps the ids on one page apart.
    """
    shares = [moment.axes[axis] for moment in moments]
    most = max((share.total for share in shares), default=0) or 1
    title = say("{axis}: requirements shown, through time", axis=wheel.axis_name(axis, say))
    told = "; ".join(
        say("{year}: {n} of {total} shown", year=m.day.year, n=s.met, total=s.total)
        for m, s in zip(moments, shares, strict=True)
    )
    width = len(moments) * (_WIDTH + _GAP) + _GAP
    drawn = Markup("").join(
        _column(number, moment, share, most, key)
        for number, (moment, share) in enumerate(zip(moments, shares, strict=True))
    )
    return Markup(
        '<svg class="columns-chart" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{key}-title" '
        'aria-describedby="{key}-desc"><title id="{key}-title">{title}</title><desc id="{key}-desc">{told}</desc>'
        '<defs><pattern id="{key}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="wheel__hatch" width="2" height="6"/></pattern></defs>'
        '<text class="columns-chart__name" x="{gap}" y="14">{name}</text>{drawn}</svg>'
    ).format(
        width=max(width, _NARROWEST),
        height=_TOP + _HEIGHT + _BASE + 2,
        key=key,
        title=title,
        told=told,
        gap=_GAP,
        name=wheel.axis_name(axis, say),
        drawn=drawn,
    )


def _column(number: int, moment: Moment, share: object, most: int, key: str) -> Markup:
    """What is shown stands below, filled; then what is not known, hatched; on top what is not met, open."""
    x = _GAP + number * (_WIDTH + _GAP)
    parts, top = Markup(""), float(_TOP + _HEIGHT)
    for name, look in (("met", "filled"), ("unknown", "hatched"), ("not_met", "outlined")):
        height = round(_HEIGHT * getattr(share, name) / most, 1)
        if not height:
            continue
        top -= height
        fill = Markup(' fill="url(#{}-hatch)"').format(key) if look == "hatched" else ""
        parts += Markup(
            '<rect class="wheel__segment wheel__segment--{}" x="{}" y="{:.1f}" width="{}" height="{}"{}/>'
        ).format(look, x, top, _WIDTH, height, fill)
    label = Markup('<text class="columns-chart__label" x="{}" y="{}">{}</text>').format(
        x + _WIDTH / 2, _TOP + _HEIGHT + _BASE - 4, _when(moment.day)
    )
    return parts + label


def _when(day: datetime.date) -> str:
    """The year for its first day, else the month with it: the table says it in full."""
    return str(day.year) if (day.month, day.day) == (1, 1) else f"{day.month}/{day.year % 100:02}"
