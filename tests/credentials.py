# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Made-up credentials of the right form, put together when a test runs: none of them opens anything."""

import base64
import zlib

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def randomish(length: int, alphabet: str = _ALPHABET, seed: int = 7) -> str:
    """A text without pattern that is the same on every run."""
    text = ""
    for _ in range(length):
        seed = (seed * 1_103_515_245 + 12_345) % 2**31
        text += alphabet[(seed >> 8) % len(alphabet)]
    return text


def with_check_digits(prefix: str, length: int = 30, seed: int = 7) -> str:
    """A token as GitHub and npm make them: the last six characters are the CRC-32 of the rest."""
    body = randomish(length, seed=seed)
    number, digits = zlib.crc32(body.encode()), ""
    for _ in range(6):
        number, rest = divmod(number, 62)
        digits = _ALPHABET[rest] + digits
    return prefix + body + digits


def key_bytes(size: int = 300) -> bytes:
    """The outside of a private key in DER: a sequence of the right length that starts with a version."""
    inside = b"\x02\x01\x00" + bytes((7 * n * n + 3 * n) % 256 for n in range(size))
    return b"\x30\x82" + len(inside).to_bytes(2, "big") + inside


def openssh_bytes(cipher: bytes = b"none") -> bytes:
    """The outside of a private key of OpenSSH."""
    return b"openssh-key-v1\0" + len(cipher).to_bytes(4, "big") + cipher + bytes((5 * n * n) % 256 for n in range(200))


def armoured(key: bytes, label: str = "PRIVATE KEY", end: str = "\n") -> str:
    """A key between its lines of armour."""
    text = base64.b64encode(key).decode()
    lines = [text[n : n + 64] for n in range(0, len(text), 64)]
    return end.join([f"-----BEGIN {label}-----", *lines, f"-----END {label}-----", ""])
