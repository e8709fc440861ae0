# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The licences of a repository held against a list of ids that an organisation allows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from license_expression import ExpressionError, Licensing

from ospo.domain.snapshot import Snapshot
from ospo.formats import licence_text, publiccode, spdx
from ospo.formats.licences import Licences

_LONGEST = 60  # characters of an expression that are shown


class Ruling(Enum):
    """What a list says of an expression; DEPENDS: only of "-only" or of "-or-later", and the text leaves that open."""

    ALLOWED = "allowed"
    DEPENDS = "depends"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Used:
    """An expression that applies, how people are shown it, and where it stands."""

    expression: str
    label: str
    path: str
    line: int | None


def used(repository: Snapshot, found: Licences) -> list[Used]:
    """The main licences by their texts (by name when no text is there), and what publiccode.yml gives.

    Raises:
        Unreadable: publiccode.yml cannot be had.
    """
    texts = [Used(item.id, item.label, file.path, item.line) for file in found.main for item in file.found]
    if not texts and found.unknown is None and found.naming is not None:
        texts = [Used(name, name, *found.naming) for name in found.named]
    fetched = publiccode.fetch(repository)
    document = publiccode.read(fetched[1]) if fetched else None
    legal = document.value.get("legal") if document else None
    value = legal.get("license") if isinstance(legal, dict) else None
    if fetched and document and isinstance(value, str) and _is_known(value):
        shown = value.strip()[:_LONGEST]
        texts.append(Used(value.strip(), shown, fetched[0], document.line("legal", "license")))
    return texts


def ruling(expression: str, allowed: Sequence[str]) -> Ruling:
    """What the list says: of "OR" one side is enough, of "AND" both sides must be allowed."""
    known = {licence_id.strip().lower() for licence_id in allowed}
    try:
        parsed = Licensing().parse(expression)
    except (ExpressionError, IndexError):
        return Ruling.REFUSED
    return _ruling(parsed, known)


def open_to_doubt(ruled: Iterable[tuple[Used, Ruling]]) -> list[Used]:
    """Those of which only one variant is allowed, unless another place says that it is that variant."""
    every = list(ruled)
    settled = {
        licence_text.family(key)
        for one, ruling in every
        if ruling is Ruling.ALLOWED
        for key in spdx.keys(one.expression) or ()
        if licence_text.family(key) != key
    }
    return [one for one, ruling in every if ruling is Ruling.DEPENDS and one.expression not in settled]


def is_choice(every: Iterable[Used], refused: Sequence[Used], allowed: Sequence[str]) -> bool:
    """True when an allowed expression says that each refused licence may be left for another one."""
    for one in every:
        if " OR " in one.expression.upper() and ruling(one.expression, allowed) is Ruling.ALLOWED:
            families = {licence_text.family(key) for key in spdx.keys(one.expression) or ()}
            if all(licence_text.family(other.expression) in families for other in refused):
                return True
    return False


def _is_known(expression: str) -> bool:
    ids = spdx.keys(expression.strip()) or ()
    return bool(ids) and any(spdx.find(licence_id) for licence_id in ids)


def _ruling(node: object, allowed: set[str]) -> Ruling:
    arguments = getattr(node, "args", ())
    if not arguments:  # an exception gives more room, so the licence it belongs to decides
        return _of_id(getattr(getattr(node, "license_symbol", node), "key", ""), allowed)
    rulings = [_ruling(argument, allowed) for argument in arguments]
    is_or = getattr(node, "operator", "").strip() in ("|", "OR")
    order = (Ruling.ALLOWED, Ruling.DEPENDS, Ruling.REFUSED)
    return min(rulings, key=order.index) if is_or else max(rulings, key=order.index)


def _of_id(licence_id: str, allowed: set[str]) -> Ruling:
    name = licence_id.lower()
    family = licence_text.family(name).removesuffix("+")
    if name in allowed or family in allowed:
        return Ruling.ALLOWED
    variants = {f"{family}-only" in allowed, f"{family}-or-later" in allowed}
    if name != family or variants == {False}:
        return Ruling.REFUSED
    return Ruling.ALLOWED if variants == {True} else Ruling.DEPENDS
