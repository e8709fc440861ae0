# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The licences that a text names without being one: by tag, by address or by id."""

import re
from collections.abc import Iterator

from ospo.formats import spdx

_TAG = re.compile("SPDX-" + r"License-Identifier:\s*([^\n*]+)")
_ID = re.compile(r"(?<![\w./-])[A-Za-z][A-Za-z0-9-]*-\d+(?:\.\d+)*(?:-[A-Za-z-]+)?(?![\w.]*\w)")
_EUPL = re.compile(r"\bEUPL\b[^\w\n]{0,4}(?:v|versie|version)?[.\s]{0,2}1[.]?([012])\b", re.IGNORECASE)
# The EUPL by the address of its text; one address that gives two versions names none.
_EUPL_ADDRESS = re.compile(r"eu(?:ropa\.eu|pl\.eu)/(?:[^\s)>\]]{0,200}?eupl-?v?|)1[.-]?([012])(?![\d-])", re.IGNORECASE)
_CREATIVE_COMMONS = re.compile(r"creativecommons\.org/(?:licenses/([a-z-]+)|publicdomain/(zero))/(\d\.\d)")


def find(text: str) -> Iterator[tuple[int, str]]:
    """The ids that a text names, and where (in characters)."""
    for match in _TAG.finditer(text):
        yield from ((match.start(), licence_id) for licence_id in spdx.keys(match[1].strip()) or ())
    for match in (*_EUPL.finditer(text), *_EUPL_ADDRESS.finditer(text)):
        yield match.start(), f"EUPL-1.{match[1]}"
    for match in _CREATIVE_COMMONS.finditer(text):
        yield match.start(), f"CC0-{match[3]}" if match[2] else f"CC-{match[1].upper()}-{match[3]}"
    for match in _ID.finditer(text):
        licence = spdx.find(match[0])
        if licence is not None and licence.id == match[0]:
            yield match.start(), licence.id
