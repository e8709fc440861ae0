# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""observations/links/ on disk: a file per host, a line of JSON for each stretch in which an address was the same."""

import datetime
import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from ospo.domain.link import LinkReason, Links, LinkState, Look, Stretch
from ospo.engine import links as verbs
from ospo.errors import ContentError, Problem
from ospo.formats import web_address

FOLDER = "links"
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9.-]")


class StretchLine(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One line: the first day and the last on which every look at an address showed the same."""

    address: str
    state: LinkState
    reason: LinkReason
    first: datetime.date
    last: datetime.date
    status: int | None = None
    to: str = ""


def load(root: Path) -> Links:
    """What is recorded of links; nothing when there is no such folder.

    Args:
        root: the folder observations/.

    Raises:
        ContentError: lines that are not what they should be.
    """
    problems: list[Problem] = []
    found: dict[str, tuple[Stretch, ...]] = {}
    for path in sorted((root / FOLDER).glob("*.jsonl")):
        found |= _read(path, problems)
    if problems:
        raise ContentError(problems)
    return Links(found)


def record(root: Path, look: Look) -> Path:
    """Add a look to the file of its host, whole or not at all; gives the file.

    Raises:
        ContentError: the file holds lines that are not what they should be; it stays as it is.
    """
    path = root / FOLDER / f"{_NOT_IN_A_NAME.sub('_', web_address.host(look.address)) or '_'}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    problems: list[Problem] = []
    known = _read(path, problems) if path.is_file() else {}
    if problems:
        raise ContentError(problems)
    _write(path, known | {look.address: verbs.recorded(known.get(look.address, ()), look)})
    return path


def _read(path: Path, problems: list[Problem]) -> dict[str, tuple[Stretch, ...]]:
    found: dict[str, tuple[Stretch, ...]] = {}
    name = f"observations/{FOLDER}/{path.name}"
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            entry = _decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            message = "{error}: take the line out, `ospo content links --check` makes it anew"
            problems.append(Problem(name, number, message, {"error": error}))
            continue
        stretch = Stretch(entry.state, entry.reason, entry.first, entry.last, entry.status, entry.to)
        found[entry.address] = (*found.get(entry.address, ()), stretch)
    return {address: tuple(sorted(stretches, key=lambda s: s.last)) for address, stretches in found.items()}


def _write(path: Path, known: Mapping[str, Sequence[Stretch]]) -> None:
    lines = [
        msgspec.json.encode(StretchLine(address, s.state, s.reason, s.first, s.last, s.status, s.to))
        for address in sorted(known)
        for s in known[address]
    ]
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as stream:
        stream.write(b"\n".join([*lines, b""]))
        stream.flush()
        os.fsync(stream.fileno())
    Path(name).chmod(0o644)
    os.replace(name, path)


_decoder = msgspec.json.Decoder(StretchLine)
