# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""DEP5, the machine-readable `debian/copyright` that REUSE reads (deprecated) at `.reuse/dep5`."""

from collections.abc import Iterator, Mapping

from ospo.errors import ParseError
from ospo.formats import spdx, text_lines
from ospo.formats.reuse_paths import Annotation, dep5_paths

NAME = ".reuse/dep5"
_MAX_BYTES = 1_000_000
_MAX_PARAGRAPHS = 2000


def parse(content: bytes, path: str = NAME) -> tuple[Annotation, ...]:
    """The Files paragraphs, the last first: of the paragraphs that match a path only the last counts.

    Raises:
        ParseError: no header, a line that belongs to no field, a field twice, or a Files paragraph without
            Copyright or License.
    """
    if len(content) > _MAX_BYTES:
        raise ParseError("is larger than {limit} kB", path=path, limit=_MAX_BYTES // 1000)
    paragraphs = list(_paragraphs(content.decode("utf-8", errors="replace"), path))
    if not paragraphs or "format" not in paragraphs[0][1]:
        raise ParseError("does not start with a 'Format:' line", path=path, line=1)
    if len(paragraphs) > _MAX_PARAGRAPHS:
        raise ParseError("has more than {limit} paragraphs: join them", path=path, limit=_MAX_PARAGRAPHS)
    found = [_annotation(fields, path, line) for line, fields in paragraphs[1:] if "files" in fields]
    return tuple(reversed(found))


def _annotation(fields: Mapping[str, str], path: str, line: int) -> Annotation:
    for field in ("copyright", "license"):
        if field not in fields:
            raise ParseError("has a Files paragraph without '{field}'", path=path, line=line, field=field)
    expression = fields["license"].partition("\n")[0]  # the text of the licence may follow
    return Annotation(
        dep5_paths(fields["files"].split()),
        copyright=bool(fields["copyright"].strip()),
        licence=bool(spdx.keys(expression)),
        aggregate=True,
        expressions=(expression.strip(),) if expression.strip() else (),
    )


def _paragraphs(text: str, path: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The paragraphs as fields by name in lower case, each with the line it starts on; comments are left out."""
    fields: dict[str, str] = {}
    start, name = 1, ""
    for number, line in enumerate(text_lines.of(text), 1):
        if line.startswith("#"):
            continue
        if not line.strip():
            if fields:
                yield start, fields
            fields, name = {}, ""
        elif line[0] in " \t" and name:
            fields[name] += "\n" + line.strip()
        else:
            name, colon, value = line.partition(":")
            name = name.strip().lower()
            if not colon or name in fields:
                raise ParseError("has a line that is no field, or a field twice", path=path, line=number)
            start = start if fields else number
            fields[name] = value.strip()
    if fields:
        yield start, fields
