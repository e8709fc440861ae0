# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Unified diffs that `git apply` takes, of a part of a file too; static/contribute.js makes the same ones."""

from collections.abc import Iterator, Sequence

_CONTEXT = 3  # lines around a change, as git has it
_LARGEST = 40_000  # pairs of lines that are compared; what differs more is taken as one change

Edit = tuple[str, str]  # " ", "-" or "+", and the line with its end


def diff(path: str, before: str, after: str, first: int = 1) -> str:
    """The change of one file; empty when nothing changes.

    Args:
        path: of the file, from the root of the repository; one of ours, without anything to quote.
        before: its text, or that from a line to its end; empty when the file is new.
        after: what comes in its place.
        first: the line of the file on which `before` begins.
    """
    if before == after:
        return ""
    head = [f"diff --git a/{path} b/{path}\n"]
    head += [f"--- a/{path}\n"] if before else ["new file mode 100644\n", "--- /dev/null\n"]
    edits = _edits(_lines(before), _lines(after))
    return "".join([*head, f"+++ b/{path}\n", *_hunks(edits, first)])


def _lines(text: str) -> list[str]:
    """The lines with their ends. Only a line feed ends one: git knows no other."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + [part for part in parts[-1:] if part]


def _edits(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    middle = _middle(old[start : len(old) - end], new[start : len(new) - end])
    kept = [(" ", line) for line in old[len(old) - end :]]
    return [*((" ", line) for line in old[:start]), *middle, *kept]


def _middle(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """The shortest way from one to the other, or all of one and then all of the other when they are long."""
    if len(old) * len(new) > _LARGEST:
        return [*(("-", line) for line in old), *(("+", line) for line in new)]
    shared = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]  # the most lines in common from here on
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            same = old[i] == new[j]
            shared[i][j] = shared[i + 1][j + 1] + 1 if same else max(shared[i + 1][j], shared[i][j + 1])
    found: list[Edit] = []
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            found.append((" ", old[i]))
            i, j = i + 1, j + 1
        elif j == len(new) or (i < len(old) and shared[i + 1][j] >= shared[i][j + 1]):
            found.append(("-", old[i]))
            i += 1
        else:
            found.append(("+", new[j]))
            j += 1
    return found


def _hunks(edits: Sequence[Edit], first: int) -> Iterator[str]:
    changed = [number for number, (sign, _) in enumerate(edits) if sign != " "]
    number = 0
    while number < len(changed):
        last = number
        while last + 1 < len(changed) and changed[last + 1] - changed[last] <= 2 * _CONTEXT:
            last += 1
        start = max(changed[number] - _CONTEXT, 0)
        yield _hunk(edits, start, changed[last] + _CONTEXT + 1, first)
        number = last + 1


def _hunk(edits: Sequence[Edit], start: int, end: int, first: int) -> str:
    chosen = edits[start:end]
    old_line = first + sum(sign != "+" for sign, _ in edits[:start])
    new_line = first + sum(sign != "-" for sign, _ in edits[:start])
    old, new = sum(sign != "+" for sign, _ in chosen), sum(sign != "-" for sign, _ in chosen)
    head = f"@@ -{old_line if old else old_line - 1},{old} +{new_line if new else new_line - 1},{new} @@\n"
    return head + "".join(sign + _ended(line) for sign, line in chosen)


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
