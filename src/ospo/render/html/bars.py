# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bars as inline SVG: one per row, in parts that are filled, hatched or open, so that colour says nothing alone."""

from collections.abc import Sequence

from markupsafe import Markup

LOOKS = ("filled", "hatched", "outlined")
_WIDTH, _BAR, _LABEL = 320, 14, 21  # of the whole; of a bar; above it for its label


def svg(rows: Sequence[tuple[str, Sequence[int]]], *, title: str, told: str, key: str, whole: bool = False) -> Markup:
    """The picture; its title and description say the same.

    Args:
        rows: a label, and a number for each part.
        title: what is counted.
        told: the same figures in a sentence.
        key: keeps the ids on one page apart.
        whole: every bar is as long as the others, because each row is a whole of its own.
    """
    longest = max((sum(parts) for _, parts in rows), default=0) or 1
    drawn = Markup("").join(
        _row(number, label, parts, sum(parts) if whole else longest, key) for number, (label, parts) in enumerate(rows)
    )
    return Markup(
        '<svg class="bars" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{key}-title" '
        'aria-describedby="{key}-desc"><title id="{key}-title">{title}</title><desc id="{key}-desc">{told}</desc>'
        '<defs><pattern id="{key}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="wheel__hatch" width="2" height="6"/></pattern></defs>{drawn}</svg>'
    ).format(width=_WIDTH, height=len(rows) * (_LABEL + _BAR + 8), key=key, title=title, told=told, drawn=drawn)


def _row(number: int, label: str, parts: Sequence[int], longest: int, key: str) -> Markup:
    top = number * (_LABEL + _BAR + 8) + _LABEL - 4
    drawn = Markup('<text class="bars__label" x="1" y="{}">{}</text>').format(top, label)
    x = 1.0
    for look, part in zip(LOOKS, parts, strict=False):
        width = round((_WIDTH - 2) * part / (longest or 1), 1)
        if not width:
            continue
        fill = Markup(' fill="url(#{}-hatch)"').format(key) if look == "hatched" else ""
        drawn += Markup(
            '<rect class="wheel__segment wheel__segment--{}" x="{:.1f}" y="{}" width="{:.1f}" height="{}"{}/>'
        ).format(look, x, top + 4, width, _BAR, fill)
        x += width
    return drawn
