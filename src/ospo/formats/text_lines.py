# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lines of a text as git, forges and editors number them; `str.splitlines` also breaks at form feeds and more."""


def of(text: str) -> list[str]:
    """The lines without their ends, which are a line feed or the pair that Windows writes."""
    found = text.replace("\r\n", "\n").split("\n")
    if not found[-1]:
        found.pop()
    return found
