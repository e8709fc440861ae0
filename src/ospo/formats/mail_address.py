# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a text holds what could be a mail address, for texts that are published."""

import re

# Not a package such as `@scope/name@1.0`.
_MAIL = re.compile(r"[^\s@/<>]@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_LONGEST = 253  # characters of a name of a host (RFC 1035)


def is_in(text: str) -> bool:
    """True when there could be one; when in doubt it is."""
    signs = (place for place, sign in enumerate(text) if sign == "@")
    return any(_MAIL.match(text[max(0, place - 1) : place + _LONGEST]) for place in signs)
