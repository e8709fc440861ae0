# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the recogniser says of a licence file, for people and as JSON."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ospo.formats.licence_text import Change, Found, Method, Reading
from ospo.render.terminal import printable

_METHODS = {
    Method.EXACT: "the official text, word for word",
    Method.ALTERED: "altered: words that differ from the official text: {n} ({likeness} the same)",
    Method.NOTICE: "the standard notice, not the text of the licence",
}
_CHANGES = 20  # shown


def text(path: str, reading: Reading | None, pointed: Mapping[str, Reading], say: Callable[..., str]) -> str:
    """One file: a line per licence, and below it every change."""
    return "\n".join(map(printable, _lines(path, reading, pointed, say))) + "\n"


def document(files: Sequence[tuple[str, Reading | None, Mapping[str, Reading], tuple[str, str, float] | None]]) -> str:
    """All files as JSON."""
    entries = [_entry(*file) for file in files]
    return json.dumps({"files": entries}, ensure_ascii=False, indent=2) + "\n"


def resembles(licence_id: str, language: str, likeness: float, say: Callable[..., str]) -> str:
    """What an unknown text looks most like."""
    message = "  It looks most like {licence} ({language}): {likeness} of the pairs of words agree."
    return printable(say(message, licence=licence_id, language=language, likeness=_share(likeness)))


def _lines(
    path: str, reading: Reading | None, pointed: Mapping[str, Reading], say: Callable[..., str]
) -> Iterator[str]:
    if reading is None:
        yield say("{path}: is no text (a PDF or RTF, for example)", path=path)
        return
    for item in reading.found:
        yield f"{path}:{item.line}: {item.label} ({item.language}): {_method(item, say)}"
        yield from _shown(path, item, say)
    for other, there in pointed.items():
        labels = ", ".join(dict.fromkeys(item.label for item in there.found))
        yield say("{path}: points to {other}: {licences}", path=path, other=other, licences=labels)
    if not reading.found and reading.named:
        ids = ", ".join(reading.named)
        yield say("{path}: names {licences}, but does not hold the text", path=path, licences=ids)
    elif not reading.found and not pointed:
        yield say("{path}: no licence was recognised", path=path)
    if reading.found and reading.extra:
        yield say("  {n} words around it do not belong to the licence.", n=reading.extra)


def _method(item: Found, say: Callable[..., str]) -> str:
    values = {"n": item.differing, "likeness": _share(item.likeness)} if item.method is Method.ALTERED else {}
    return say(_METHODS[item.method], **values)


def _shown(path: str, item: Found, say: Callable[..., str]) -> Iterator[str]:
    for change in item.changes[:_CHANGES]:
        yield f"  {path}:{change.line}: {_diff(change)}"
    if len(item.changes) > _CHANGES:
        yield say("  and {n} more places", n=len(item.changes) - _CHANGES)
    if item.differing and not item.is_sure:
        yield say("  We have the official text in this language from one source: the difference may be ours.")


def _diff(change: Change) -> str:
    """The change among its neighbours, in the manner of `git diff --word-diff`."""
    lost = [f"[-{' '.join(change.lost)}-]"] if change.lost else []
    added = [f"{{+{' '.join(change.added)}+}}"] if change.added else []
    return " ".join([*change.before, *lost, *added, *change.after])


def _share(likeness: float) -> str:
    """Never 100 % for what is not the same."""
    return f"{min(99.9, int(likeness * 1000) / 10)}%"


def _entry(
    path: str,
    reading: Reading | None,
    pointed: Mapping[str, Reading],
    like: tuple[str, str, float] | None,
) -> dict[str, Any]:
    licences = [_licence(item) for item in reading.found] if reading else []
    for other, there in pointed.items():
        licences += [{**_licence(item), "method": str(Method.POINTER), "path": other} for item in there.found]
    if reading and not reading.found:
        licences += [{"id": one, "method": str(Method.DECLARED), "line": reading.naming_line} for one in reading.named]
    entry = {"path": path, "text": reading is not None, "licences": licences, "extra": reading.extra if reading else 0}
    return entry if like is None else {**entry, "resembles": {"id": like[0], "language": like[1], "likeness": like[2]}}


def _licence(item: Found) -> dict[str, Any]:
    return {
        "id": item.id,
        "label": item.label,
        "language": item.language,
        "method": str(item.method),
        "likeness": round(item.likeness, 6),
        "line": item.line,
        "differing": item.differing,
        "sure": item.is_sure,
        "changes": [
            {"line": change.line, "lost": list(change.lost), "added": list(change.added)} for change in item.changes
        ],
    }
