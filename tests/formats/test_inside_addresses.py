# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.inside_addresses import MAX_BYTES, MOST_HITS, Inside, find

NAME, NUMBER = Inside(1, is_name=True), Inside(1, is_name=False)


@pytest.mark.parametrize(
    "address",
    [
        "https://zaken.dienst.intra/api",
        "http://jira.corp:8080",
        "ldap://ldap.ad.intern",
        "https://wijzer.intra.dienst.nl",
        "jdbc:postgresql://db1.prod.corp.dienst.nl:5432/x",
        "https://naam:woord@wijzer.intranet.dienst.nl/",
    ],
)
def test_a_host_that_no_public_register_knows_is_a_name_inside(address: str) -> None:
    assert find(f'url = "{address}"\n'.encode()) == (NAME,)


@pytest.mark.parametrize("number", ["10.14.3.7", "172.16.40.9", "172.31.4.4", "192.168.77.12"])
def test_a_number_of_a_private_network_is_a_number(number: str) -> None:
    assert find(f"URL = 'http://{number}:8080/x'".encode()) == (NUMBER,)


@pytest.mark.parametrize(
    "line",
    [
        "https://www.dienst.nl",
        "https://corp.dienst.nl",  # a public site of that name may exist
        "https://intra-x.dienst.nl",
        "https://api.example.corp",
        "https://my-company.corp",
        "https://github.corp.voorbeeld.example",
        "http://localhost:8000",
        "http://host.docker.internal",
        "http://metadata.google.internal/",
        "http://db.cluster.local",
        "http://172.17.0.1",
        "http://172.32.1.1",
        "http://10.0.2.2:3000",
        "http://192.168.1.17",
        "http://10.20.0.0",
        "http://999.1.1.1",
        "10.14.3.7",  # no scheme: may be a version
        "# https://zaken.dienst.intra",
        "   // http://10.14.3.7",
        " * http://10.14.3.7",
        "For example: https://zaken.dienst.intra/",
        'xmlns:x="http://schema.dienst.intra/v1"',
    ],
)
def test_what_everybody_has_or_only_shows_is_passed_over(line: str) -> None:
    assert find(line.encode()) == ()


def test_lines_are_counted_and_each_is_named_once() -> None:
    text = b"a\nb = 'http://10.14.3.7'\n\nc = ['http://x.dienst.intra', 'http://y.dienst.intra']\n"

    assert find(text) == (Inside(2, False), Inside(4, True))


def test_caps_and_odd_bytes() -> None:
    many = b"x = 'http://10.14.3.7'\n" * (MOST_HITS + 5)

    assert len(find(many)) == MOST_HITS
    assert find(b" " * MAX_BYTES + b"http://10.14.3.7") == ()
    assert find(b"\xff\xfe://\xff.intra") == ()
    assert find(b"://" * 50_000) == ()
    assert find(b"://" + b"a." * 50_000 + b"corp") == ()
