# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""REUSE.toml, version 1: which paths get copyright and licence information from it, and with what precedence."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from ospo.errors import ParseError
from ospo.formats import spdx
from ospo.formats.reuse_paths import Annotation, toml_paths

NAME = "REUSE.toml"
_MAX_TABLES = 2000
_MAX_BYTES = 1_000_000
_LINE = re.compile(r"\(at line (\d+), column \d+\)")
# Spelled in two parts, so that REUSE tools do not read these names as information about this file.
_COPYRIGHT = "SPDX-" + "FileCopyrightText"
_LICENCE = "SPDX-" + "License-Identifier"


def parse(content: bytes, path: str = NAME) -> tuple[Annotation, ...]:
    """The tables of the file, the last first: of the tables that match a path only the last counts.

    Raises:
        ParseError: not TOML in UTF-8, a required key is missing, or a value has the wrong type.
    """
    document = _load(content, path)
    if not isinstance(document.get("version"), int):
        raise ParseError("has no number as 'version': add the line 'version = 1'", path=path, line=1)
    tables = document.get("annotations", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ParseError("must write each annotation as [[annotations]]", path=path)
    if len(tables) > _MAX_TABLES:
        raise ParseError("has more than {limit} annotations: join them", path=path, limit=_MAX_TABLES)
    return tuple(_annotation(table, path) for table in reversed(tables))


def _load(content: bytes, path: str) -> Mapping[str, Any]:
    if len(content) > _MAX_BYTES:
        raise ParseError("is larger than {limit} kB", path=path, limit=_MAX_BYTES // 1000)
    try:
        return tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ParseError("is not UTF-8", path=path, line=line) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else len(content.splitlines())  # without a place the end is meant
        raise ParseError("is not valid TOML", path=path, line=line) from error


def _annotation(table: Mapping[str, Any], path: str) -> Annotation:
    patterns = _texts(table, "path", path)
    if not patterns:
        raise ParseError("has an annotation without 'path'", path=path)
    precedence = table.get("precedence", "closest")
    if precedence not in ("closest", "aggregate", "override"):
        raise ParseError("has a 'precedence' that is not closest, aggregate or override", path=path)
    expressions = _texts(table, _LICENCE, path)
    return Annotation(
        toml_paths(patterns),
        copyright=bool(_texts(table, _COPYRIGHT, path)),
        licence=any(map(spdx.keys, expressions)),
        override=precedence == "override",
        aggregate=precedence == "aggregate",
        expressions=tuple(expressions),
    )


def _texts(table: Mapping[str, Any], key: str, path: str) -> list[str]:
    value = table.get(key, [])
    texts = value if isinstance(value, list) else [value]
    if not all(isinstance(text, str) for text in texts):
        raise ParseError("has a '{key}' that is not a text or a list of texts", path=path, key=key)
    return texts
