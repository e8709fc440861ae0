# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from credentials import armoured, key_bytes, openssh_bytes
from ospo.formats.private_keys import find


def places(text: str) -> list[int]:
    return list(find(text.encode()))


@pytest.mark.parametrize("label", ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY"])
def test_a_whole_key_is_found_where_its_armour_begins(label: str) -> None:
    assert places("key:\n" + armoured(key_bytes(), label)) == [5]


def test_a_key_of_openssh_without_a_passphrase_is_found() -> None:
    assert places(armoured(openssh_bytes(), "OPENSSH PRIVATE KEY")) == [0]


@pytest.mark.parametrize(
    "text",
    [
        armoured(openssh_bytes(b"aes256-ctr"), "OPENSSH PRIVATE KEY"),
        armoured(key_bytes(), "ENCRYPTED PRIVATE KEY"),
        armoured(key_bytes(), "PUBLIC KEY"),
        armoured(key_bytes(), "CERTIFICATE"),
        armoured(key_bytes(), "RSA PRIVATE KEY").replace("KEY-----\n", "KEY-----\nProc-Type: 4,ENCRYPTED\n", 1),
    ],
    ids=["openssh-encrypted", "pkcs8-encrypted", "public", "certificate", "pkcs1-encrypted"],
)
def test_what_opens_nothing_by_itself_is_not_found(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nYOUR KEY HERE\n-----END PRIVATE KEY-----\n",
        armoured(key_bytes())[:200],
        armoured(key_bytes()[:-4]),
        armoured(b"0" * 300),
        armoured(b"\x30\x82\x01\x00\x02\x01\x00" + bytes(253)),
        "-----BEGIN PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----" * 50,
    ],
    ids=["dots", "placeholder", "no-end", "cut", "no-structure", "zeroes", "only-begin", "repeated"],
)
def test_what_is_no_whole_key_is_not_found(text: str) -> None:
    assert places(text) == []


def test_a_key_with_escaped_line_ends_is_found() -> None:
    assert places('{"private_key": "' + armoured(key_bytes(), end="\\n") + '"}') != []


def test_a_key_in_pieces_of_a_program_is_found() -> None:
    lines = armoured(key_bytes()).splitlines()

    assert places(" + \n".join(f'"{line}\\n"' for line in lines)) != []


def test_an_encrypted_structure_without_the_word_is_not_found() -> None:
    encrypted = b"\x30\x82\x01\x2c" + bytes((7 * n * n + 3 * n) % 256 for n in range(300))

    assert places(armoured(encrypted)) == []


def test_both_of_two_keys_are_found() -> None:
    one = armoured(key_bytes())

    assert places(one + one) == [0, len(one)]


def test_a_short_form_of_the_length_is_read() -> None:
    key = b"\x30\x64\x02\x01\x00" + bytes((7 * n * n + 3 * n) % 256 for n in range(97))

    assert places(armoured(key)) == [0]
