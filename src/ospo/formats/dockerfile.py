# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dockerfiles (Containerfiles too): the images they start from.

Syntax: https://docs.docker.com/reference/dockerfile/#from.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ospo.formats import text_lines, tree
from ospo.formats.expression import Expression

_NAME = Expression(r"(?:[\w.-]+\.)?(?:Dockerfile|Containerfile)(?:[._-][\w.-]+)?", re.IGNORECASE)
_NO_RECIPE = re.compile(r"\.(?:dockerignore|md|txt|lock|license|sh|ya?ml|json|py|ts|js)$", re.IGNORECASE)
_DIRECTIVE = re.compile(r"#\s*escape\s*=\s*(?P<mark>[\\`])", re.IGNORECASE)
_FROM = re.compile(
    r"\s*FROM\s+(?:--\S+\s+)*(?P<image>\"[^\"]*\"|\{{2}[^{}]*\}{2}\S*|\S+)(?:\s+AS\s+(?P<stage>\S+))?\s*(?:#.*)?",
    re.IGNORECASE,
)
_ARG = re.compile(r"\s*ARG\s+(?P<rest>\S.*)", re.IGNORECASE)
_DEFAULT = re.compile(r"(?P<name>\w+)(?:=(?P<value>\"[^\"]*\"|'[^']*'|\S*))?")
_VARIABLE = re.compile(r"\$(?:\{(?P<braced>\w+)(?::?-(?P<other>[^{}]*))?\}|(?P<bare>\w+))")
_DIGEST = re.compile(r"@sha256:[0-9a-f]{64}$", re.IGNORECASE)
_HEREDOC = re.compile(r"<<-?\s*[\"']?(\w+)[\"']?")
_EMPTY = "scratch"
_LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class BaseImage:
    """An image from outside that a stage starts from, with its variables filled in; the line counts from 1.

    `is_known` is false when a variable in it has no value in the file.
    """

    name: str
    line: int
    is_known: bool = True

    @property
    def is_pinned(self) -> bool:
        """True when it names a digest."""
        return _DIGEST.search(self.name) is not None

    @property
    def owner(self) -> str:
        """The account in the registry, in lower case; empty for the official images of Docker Hub."""
        parts = self.name.partition("@")[0].lower().split("/")
        if len(parts) > 1 and ("." in parts[0] or ":" in parts[0] or parts[0] == "localhost"):
            parts = parts[1:]
        return parts[0] if len(parts) > 1 else ""


def locate(paths: Iterable[str]) -> list[str]:
    """The recipes for images among the paths, by their names."""
    found = []
    for path in tree.of(paths).perhaps(_NAME):
        name = path.rpartition("/")[2]
        if _NAME.fullmatch(name) and not _NO_RECIPE.search(name):
            found.append(path)
    return found


def base_images(text: str) -> list[BaseImage]:
    """The images that stages start from; earlier stages and the empty image are left out."""
    stages: set[str] = set()
    values: dict[str, str] = {}
    found: list[BaseImage] = []
    for number, line in _instructions(text[:_LONGEST]):
        if argument := _ARG.fullmatch(line):
            if not found and not stages:  # only what stands before the first stage counts in FROM
                values |= _defaults(argument["rest"])
        elif start := _FROM.fullmatch(line):
            name, is_known = _fill(start["image"].strip("\"'"), values)
            if name.lower() != _EMPTY and name.lower() not in stages:
                found.append(BaseImage(name, number, is_known))
            stages.add((start["stage"] or "").lower())
    return found


def _instructions(text: str) -> Iterator[tuple[int, str]]:
    """The instructions with the number of their first line; comments and here-documents are passed over."""
    first = _DIRECTIVE.match(text)
    mark = first["mark"] if first else "\\"
    held, start, until = "", 0, ""
    for number, raw in enumerate(text_lines.of(text), 1):
        line = raw.rstrip()
        if until:
            until = "" if line.strip() == until else until
            continue
        if line.lstrip().startswith("#") or (held and not line.strip()):
            continue
        start = start if held else number
        if line.endswith(mark):
            held += line[:-1] + " "
            continue
        if opened := _HEREDOC.search(line):
            until = opened[1]
        yield start, held + line
        held = ""


def _defaults(rest: str) -> dict[str, str]:
    return {m["name"]: m["value"].strip("\"'") for m in _DEFAULT.finditer(rest) if m["value"] is not None}


def _fill(image: str, values: dict[str, str]) -> tuple[str, bool]:
    """The image with variables replaced by their values, and whether all of them have one."""
    for _ in range(3):  # a default may name another argument
        image = _VARIABLE.sub(lambda m: values.get(m["braced"] or m["bare"]) or m["other"] or m[0], image)
    return image, "$" not in image and "{{" not in image
