# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A dictionary in one piece: sorted lines of a word and its lemma, searched where they are instead of unpacked."""

from collections.abc import Iterator, Mapping


class Packed(Mapping[str, str]):
    """A mapping over such lines. To look up a few words takes no time; unpacking all of them takes half a second."""

    def __init__(self, lines: bytes) -> None:
        self._lines = lines

    def __getitem__(self, word: str) -> str:
        lines, wanted = self._lines, word.encode("utf-8", "surrogatepass") + b"\t"
        low, high = 0, len(lines)  # where a line begins
        while low < high:
            begin = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = lines.find(b"\n", begin)
            line = lines[begin:end]
            if line.startswith(wanted):
                return line[len(wanted) :].decode("utf-8")
            low, high = (end + 1, high) if line < wanted else (low, begin)
        raise KeyError(word)

    def __iter__(self) -> Iterator[str]:
        return (line.partition(b"\t")[0].decode("utf-8") for line in self._lines.split(b"\n")[:-1])

    def __len__(self) -> int:
        return self._lines.count(b"\n")


def pack(dictionary: Mapping[str, str]) -> bytes:
    """The lines of a dictionary."""
    stored = getattr(dictionary, "_dict", None)  # simplemma holds bytes, and makes text of them one by one
    if isinstance(stored, dict) and isinstance(next(iter(stored), None), bytes):
        lines = [word + b"\t" + lemma for word, lemma in stored.items()]
    else:
        lines = [f"{word}\t{lemma}".encode() for word, lemma in dictionary.items()]
    lines.sort()
    return b"\n".join([*lines, b""])
