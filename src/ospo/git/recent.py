# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Objects that were read a short while ago: most checks read the same few files, such as the README."""

from collections import OrderedDict
from collections.abc import Iterable

MOST_BYTES = 8_000_000  # kept in all
LARGEST = 500_000  # kept of one object


class Recent:
    """The content of small objects by their id; those used longest ago go first."""

    def __init__(self) -> None:
        self._contents: OrderedDict[str, bytes] = OrderedDict()
        self._total = 0

    def get(self, object_id: str) -> bytes | None:
        """The content, when it is still here."""
        content = self._contents.get(object_id)
        if content is not None:
            self._contents.move_to_end(object_id)
        return content

    def of(self, object_ids: Iterable[str]) -> dict[str, bytes]:
        """The contents of these objects that are still here."""
        return {i: content for i in object_ids if (content := self.get(i)) is not None}

    def put(self, object_id: str, content: bytes) -> None:
        """Keep it for a while."""
        if len(content) > LARGEST or object_id in self._contents:
            return
        self._contents[object_id] = content
        self._total += len(content)
        while self._total > MOST_BYTES:
            self._total -= len(self._contents.popitem(last=False)[1])
