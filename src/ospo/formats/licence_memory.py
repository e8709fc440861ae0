# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Licence texts that were recognised before: the library takes long to load, and most texts are the well-known ones."""

from contextlib import suppress
from functools import lru_cache
from hashlib import sha256

import msgspec

from ospo.formats import kept, licence_text
from ospo.formats.licence_text import Reading

_KIND = "licence-text"


@lru_cache(maxsize=32)  # several checks read the same texts of one repository, one after the other
def read(text: str) -> Reading:
    """What a text holds, as `licence_text.read` tells it."""
    key = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    content = kept.get(_KIND, key)
    if content is not None:
        with suppress(msgspec.MsgspecError):
            return msgspec.msgpack.decode(content, type=Reading)
    reading = licence_text.read(text)
    with suppress(UnicodeEncodeError):
        kept.put(_KIND, key, msgspec.msgpack.encode(reading))
    return reading
