# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Private keys in PEM armour (RFC 7468, RFC 1421, OpenSSH): those that open without a passphrase.

A block counts only when its base64 decodes to a structure whose own length agrees, so a cut or made-up key does not.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from itertools import islice

MARK = b"PRIVATE KEY-----"

_BEGIN = re.compile(rb"-----BEGIN ((?:RSA |DSA |EC |OPENSSH )?PRIVATE KEY)-----")
_LONGEST = 20_000
_MOST = 200  # looked at in one file
_BREAKS = re.compile(rb"\\[nrt]")
_PIECES = re.compile(rb"[A-Za-z0-9+/=]+")
_OPENSSH = b"openssh-key-v1\0"


def find(content: bytes) -> Iterator[int]:
    """Where (the offset of the armour) each unencrypted private key begins."""
    for begin in islice(_BEGIN.finditer(content), _MOST):
        end = content.find(b"-----END " + begin[1], begin.end(), begin.end() + _LONGEST)
        if end > 0 and _opens(content[begin.end() : end]):
            yield begin.start()


def _opens(body: bytes) -> bool:
    """True when the text between the lines of armour is a whole key, and no passphrase protects it."""
    if b"ENCRYPTED" in body or b"-----BEGIN" in body:
        return False
    # In JSON and in programs a key stands as a text with escaped line ends, or as pieces joined by "+".
    pieces = [piece for piece in _PIECES.findall(_BREAKS.sub(b" ", body)) if piece != b"+"]
    try:
        key = base64.b64decode(b"".join(pieces), validate=True)
    except (binascii.Error, ValueError):
        return False
    return _is_open_openssh(key) if key.startswith(_OPENSSH) else _is_open_der(key)


def _is_open_openssh(key: bytes) -> bool:
    start = len(_OPENSSH) + 4
    return key[start:].startswith(b"none") and key[start - 4 : start] == b"\0\0\0\4" and len(key) > 100


def _is_open_der(key: bytes) -> bool:
    """A SEQUENCE of exactly this length that starts with a version number; an encrypted one starts otherwise."""
    if len(key) < 40 or key[0] != 0x30:
        return False
    size, header = key[1], 2
    if size & 0x80:
        header = 2 + (size & 0x7F)
        size = int.from_bytes(key[2:header], "big")
    return header + size == len(key) and key[header : header + 2] == b"\x02\x01" and len(set(key)) > 20
