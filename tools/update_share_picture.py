# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Draw the picture that others show beside a link to us: the wheel and our name, as PNG, because they take no SVG.

Run it after a change of the sign: `.venv/bin/python tools/update_share_picture.py`. It uses what Python has, and that
takes a second or two, which is why the picture is kept and not drawn with each site. A shape here is a function that
tells how far a point lies outside it, in pixels.
"""

import struct
import zlib
from collections.abc import Callable
from math import atan2, cos, hypot, pi, sin
from pathlib import Path

PICTURE = Path(__file__).parents[1] / "src/ospo/render/html/static/share.png"

WIDTH, HEIGHT = 1200, 630
_PAPER, _GREEN, _INK = (251, 251, 248), (11, 93, 74), (22, 33, 29)
_STEPS = 32  # shades from paper to a colour
_CENTRE, _SCALE = (335, 315), 2.45  # of the wheel, whose radius is 96
_RINGS = ((22, 44), (48, 70), (74, 96))
_HUB, _GAP, _LINE = 14, 0.045, 3.0
_LEFT, _TOP, _SIZE = 645, 272, 0.72  # of the letters: where they begin, and how large they are
_CAPITAL, _STROKE = 120, 13  # in the units that they are drawn in: their height, and half the width of a line

Shape = Callable[[float, float], float]
Box = tuple[int, int, int, int]


def png() -> bytes:
    """The picture; the same bytes each time."""
    rows = [bytearray(WIDTH) for _ in range(HEIGHT)]
    reach = int(98 * _SCALE)
    around = (_CENTRE[0] - reach, _CENTRE[1] - reach, _CENTRE[0] + reach, _CENTRE[1] + reach)
    _draw(rows, _wheel, around, 0)
    for shape, box in _letters():
        _draw(rows, shape, box, _STEPS)
    raw = b"".join(b"\0" + bytes(row) for row in rows)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", _palette()), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _palette() -> bytes:
    shades = bytearray()
    for colour in (_GREEN, _INK):
        for step in range(_STEPS):
            part = step / (_STEPS - 1)
            shades += bytes(round(p + (c - p) * part) for p, c in zip(_PAPER, colour, strict=True))
    return bytes(shades)


def _draw(rows: list[bytearray], shape: Shape, box: Box, first: int) -> None:
    """Colour the points of a shape within a box; `first` is the shade that is paper."""
    left, top, right, bottom = box
    for y in range(top, bottom):
        row = rows[y]
        for x in range(left, right):
            cover = 0.5 - shape(x + 0.5, y + 0.5)
            if cover > 0:
                row[x] = first + round(min(cover, 1.0) * (_STEPS - 1))


def _wheel(x: float, y: float) -> float:
    """The sign: three rings of four quarters; of the outermost only the first quarter is filled."""
    across, down = (x - _CENTRE[0]) / _SCALE, (y - _CENTRE[1]) / _SCALE
    radius = hypot(across, down)
    angle = (atan2(down, across) + pi / 2) % (2 * pi)
    quarter, within = divmod(angle, pi / 2)
    edge = radius * sin(min(within, pi / 2 - within) - _GAP)
    distance = abs(radius - _HUB) - _LINE
    for number, (inner, outer) in enumerate(_RINGS):
        outside = max(radius - outer, inner - radius, -edge)
        if number == len(_RINGS) - 1 and quarter:
            outside = abs(outside + _LINE / 2) - _LINE / 2
        distance = min(distance, outside)
    return distance * _SCALE


def _letters() -> list[tuple[Shape, Box]]:
    """OSPO-NL in lines and arcs, each letter with the box around it."""
    low, half = _CAPITAL, _CAPITAL / 2
    round_o = (108, (_arc(54, half, 54, 60, 0, 2 * pi),))
    curled = (_arc(30, 30, 30, 30, 0.5 * pi, 1.85 * pi), _arc(30, low - 30, 30, 30, -0.5 * pi, 0.85 * pi))
    bow = (_line(0, 0, 26, 0), _line(0, 64, 26, 64), _arc(26, 32, 32, 32, -0.5 * pi, 0.5 * pi))
    letters: list[tuple[int, tuple[Shape, ...]]] = [
        round_o,
        (60, curled),
        (58, (_line(0, 0, 0, low), *bow)),
        round_o,
        (30, (_line(0, half + 6, 30, half + 6),)),
        (74, (_line(0, low, 0, 0), _line(0, 0, 74, low), _line(74, low, 74, 0))),
        (48, (_line(0, 0, 0, low), _line(0, low, 48, low))),
    ]
    drawn, at = [], 0
    for width, strokes in letters:
        drawn.append(_placed(strokes, at, width))
        at += width + 2 * _STROKE + 12
    return drawn


def _placed(strokes: tuple[Shape, ...], at: int, width: int) -> tuple[Shape, Box]:
    """A letter at its place on the picture."""
    left, room = _LEFT + at * _SIZE, _STROKE * _SIZE + 2

    def shape(x: float, y: float) -> float:
        across, down = (x - left) / _SIZE, (y - _TOP) / _SIZE
        return (min(stroke(across, down) for stroke in strokes) - _STROKE) * _SIZE

    right, bottom = left + width * _SIZE, _TOP + _CAPITAL * _SIZE
    return shape, (int(left - room), int(_TOP - room), int(right + room), int(bottom + room))


def _line(x0: float, y0: float, x1: float, y1: float) -> Shape:
    """How far a point is from a line between two others."""
    across, down = x1 - x0, y1 - y0
    square = across * across + down * down

    def far(x: float, y: float) -> float:
        part = min(1.0, max(0.0, ((x - x0) * across + (y - y0) * down) / square))
        return hypot(x - x0 - part * across, y - y0 - part * down)

    return far


def _arc(x0: float, y0: float, wide: float, high: float, start: float, end: float) -> Shape:
    """How far a point is from an arc; angles run clockwise from the right, and beyond the ends the ends count."""
    ends = [(x0 + wide * cos(turn), y0 + high * sin(turn)) for turn in (start, end)]

    def far(x: float, y: float) -> float:
        across, down = x - x0, (y - y0) * wide / high
        if (atan2(down, across) - start) % (2 * pi) <= end - start:
            return abs(hypot(across, down) - wide)
        return min(hypot(x - ex, y - ey) for ex, ey in ends)

    return far


if __name__ == "__main__":
    PICTURE.write_bytes(png())
