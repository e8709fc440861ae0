# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything in which plain values break the schema of a content file: all of it at once, in words for an editor."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from msgspec import inspect

from ospo.knowledge import schema

Path = tuple[str | int, ...]

# What a text must look like, by the pattern that the schema gives it.
_LOOKS = {
    schema.SLUG: "'{field}' must be an id: small letters and digits, with single hyphens between",
    schema.WEB: "'{field}' must be a web address that starts with https:// or http://",
    schema.MONTHS: "'{field}' must be a number of months, such as '6 maanden'",
    schema.FINGERPRINT: "'{field}' must be twelve hex digits between quotes: `ospo content stamp` writes them",
    schema.SHA256: "'{field}' must be a SHA-256: 64 hex digits",
    schema.PLACE: "'{field}' must be an address here without language, such as practices/ai or glossary#forge",
    schema.SOURCE_DATE: "'{field}' must be a year, a month or a day, such as 2026, 2026-11 or 2026-11-23",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the path of keys to the value it is about, and the message with the values for its braces."""

    path: Path
    message: str
    values: dict[str, str]


def faults(value: Any, kind: Any) -> list[Fault]:
    """Every fault in a value that should be of this kind (a struct of the schema, or a list of one)."""
    return list(_faults(value, _type_info(kind), ()))


@cache
def _type_info(kind: Any) -> inspect.Type:
    return inspect.type_info(kind)


def _faults(value: Any, kind: inspect.Type, path: Path) -> Iterator[Fault]:
    match kind:
        case inspect.StructType():
            yield from _struct(value, kind, path)
        case inspect.ListType() | inspect.VarTupleType():
            yield from _list(value, kind, path)
        case inspect.UnionType():
            yield from _union(value, kind, path)
        case _:
            yield from _scalar(value, kind, path)


def _union(value: Any, kind: inspect.UnionType, path: Path) -> Iterator[Fault]:
    """Judge by the member that the writer must have meant: a number for a number, a list for a list."""
    if value is None and kind.includes_none:
        return
    numbers = [member for member in kind.types if isinstance(member, inspect.IntType)]
    lists = [member for member in kind.types if isinstance(member, inspect.ListType | inspect.VarTupleType)]
    others = [member for member in kind.types if not isinstance(member, inspect.IntType | inspect.NoneType)]
    meant = numbers if isinstance(value, int) else lists if isinstance(value, list) else []
    yield from _faults(value, (meant or others)[0], path)


def _struct(value: Any, kind: inspect.StructType, path: Path) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield _fault(path, "'{field}' must hold 'key: value' lines" if path else "must hold 'key: value' lines")
        return
    names = {field.encode_name for field in kind.fields}
    for key in value:
        if key not in names:
            yield Fault(
                (*path, key), "has the unknown field '{field}': check its spelling or remove it", _named((key,))
            )
    for field in kind.fields:
        here = (*path, field.encode_name)
        if field.encode_name in value:
            yield from _faults(value[field.encode_name], field.type, here)
        elif field.required:
            yield _fault(here, "misses the field '{field}'")


def _list(value: Any, kind: inspect.ListType | inspect.VarTupleType, path: Path) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield _fault(path, "'{field}' must be a list" if path else "must be a list")
        return
    if len(value) < (kind.min_length or 0):
        yield _fault(path, "'{field}' must name at least one")
    for number, item in enumerate(value):
        yield from _faults(item, kind.item_type, (*path, number))


def _scalar(value: Any, kind: inspect.Type, path: Path) -> Iterator[Fault]:
    match kind:
        case inspect.StrType() if not isinstance(value, str):
            message = (
                "'{field}' must not be empty" if value is None else "'{field}' must be text: put it between quotes"
            )
            yield _fault(path, message)
        case inspect.StrType() if kind.pattern is not None and re.search(kind.pattern, value) is None:
            yield _fault(path, _LOOKS[kind.pattern])
        case inspect.StrType() if len(value) < (kind.min_length or 0):
            yield _fault(path, "'{field}' must not be empty")
        case inspect.IntType() if isinstance(value, bool) or not isinstance(value, int):
            yield _fault(path, "'{field}' must be a whole number")
        case inspect.IntType() if (kind.ge is not None and value < kind.ge) or (
            kind.le is not None and value > kind.le
        ):
            yield _fault(path, "'{field}' cannot be {value}: check the number", value=str(value))
        case inspect.BoolType() if not isinstance(value, bool):
            yield _fault(path, "'{field}' must be true or false")
        case inspect.DateType() if not _is_date(value):
            yield _fault(path, "'{field}' must be a date, such as 2026-11-23")
        case inspect.EnumType() if value not in [member.value for member in kind.cls]:
            yield _fault(path, "'{field}' must be one of: {choices}", choices=", ".join(str(m.value) for m in kind.cls))


def _is_date(value: Any) -> bool:
    try:
        return isinstance(value, str) and datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _fault(path: Path, message: str, **values: str) -> Fault:
    return Fault(path, message, _named(path) | values)


def _named(path: Path) -> dict[str, str]:
    return {"field": ".".join(str(step + 1) if isinstance(step, int) else step for step in path)}
