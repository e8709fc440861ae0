# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading one content file against its schema, with the problem at its file and line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ospo.errors import ParseError, Problem
from ospo.formats import front_matter, yaml
from ospo.knowledge.validation import faults

T = TypeVar("T", bound=msgspec.Struct)


class Problems(list[Problem]):
    """Everything wrong so far; loading goes on to find the rest."""


def markdown(path: Path, root: Path, kind: type[T], problems: Problems) -> tuple[T, front_matter.FrontMatter] | None:
    """A Markdown file with front matter of this kind; None when it has a problem (which is then noted)."""
    try:
        parts = front_matter.split(_text(path, root), _name(path, root))
    except ParseError as error:
        problems.append(Problem(error.path, error.line, error.message, error.values))
        return None
    values = _convert(parts.values, kind, _name(path, root), parts.line, problems)
    return None if values is None else (values, parts)


def data(path: Path, root: Path, kind: Any, problems: Problems) -> Any:
    """A YAML file of this kind (a class, or a list of one); None when it has a problem (which is then noted)."""
    try:
        document = yaml.load(_text(path, root), _name(path, root))
    except ParseError as error:
        problems.append(Problem(error.path, error.line, error.message, error.values))
        return None
    return _convert(document.value, kind, _name(path, root), document.line, problems)


def _convert(value: Any, kind: Any, name: str, line: Callable[..., int | None], problems: Problems) -> Any:
    found = faults(value, kind)
    problems.extend(Problem(name, line(*fault.path), fault.message, fault.values) for fault in found)
    return None if found else msgspec.convert(value, kind)


def _text(path: Path, root: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise ParseError("is not UTF-8: save it as UTF-8", path=_name(path, root)) from error
    except OSError as error:
        raise ParseError("cannot be read: {error}", path=_name(path, root), error=error.strerror) from error


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
