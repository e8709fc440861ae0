# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The guard: only public numbers, however they are written, and a name is looked up once."""

import asyncio
import ipaddress
import os
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.domain.link import LinkReason
from ospo.remote.network import Network, Refused, is_public

INSIDE = [
    "0.0.0.0",  # noqa: S104 - nothing listens there
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.8.8.8",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.1.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::7f00:1",
    "2002:7f00:1::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
]


@pytest.mark.parametrize("number", INSIDE)
def test_a_number_of_a_network_that_is_not_public_is_refused(number: str) -> None:
    assert not is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize("number", ["8.8.8.8", "185.3.211.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_a_public_number_is_let_through(number: str) -> None:
    assert is_public(ipaddress.ip_address(number))


@given(st.ip_addresses())
def test_what_python_calls_private_is_never_public(number: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    if number.is_private or number.is_loopback or number.is_link_local or number.is_multicast:
        assert not is_public(number) or getattr(number, "ipv4_mapped", None) is not None


@given(st.ip_addresses(v=4))
def test_a_number_within_another_is_judged_by_itself(number: ipaddress.IPv4Address) -> None:
    for prefix in (0xFFFF << 32, 0x64FF9B << 96):
        assert is_public(ipaddress.IPv6Address(prefix | int(number))) == is_public(number)


def refusal(network: Network, host: str) -> LinkReason:
    with pytest.raises(Refused) as caught:
        asyncio.run(network.number(host, 443))
    return caught.value.reason


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "::1", "localhost"])
def test_this_machine_is_refused_however_it_is_written(host: str) -> None:
    assert refusal(Network(), host) in {LinkReason.NOT_PUBLIC, LinkReason.NO_HOST}


def test_the_usual_ways_to_write_this_machine_are_understood() -> None:
    assert refusal(Network(), "127.0.0.1") is LinkReason.NOT_PUBLIC
    assert refusal(Network(), "2130706433") is LinkReason.NOT_PUBLIC


def test_one_number_that_is_not_public_is_enough() -> None:
    async def both(host: str, port: int) -> list[str]:
        return ["8.8.8.8", "10.0.0.1"]

    assert refusal(Network(both), "half.example") is LinkReason.NOT_PUBLIC


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (socket.gaierror(socket.EAI_NONAME, "no such name"), LinkReason.NO_HOST),
        (socket.gaierror(socket.EAI_AGAIN, "ask again"), LinkReason.NO_CONNECTION),
        (UnicodeError("label too long"), LinkReason.NO_HOST),
    ],
)
def test_a_name_without_numbers_is_refused_with_the_reason(error: Exception, reason: LinkReason) -> None:
    async def failing(host: str, port: int) -> list[str]:
        raise error

    assert refusal(Network(failing), "een.example") is reason


def test_a_name_that_leads_nowhere_is_refused() -> None:
    async def nothing(host: str, port: int) -> list[str]:
        return []

    assert refusal(Network(nothing), "een.example") is LinkReason.NO_HOST


def test_no_variable_of_the_environment_opens_the_guard(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if "PROXY" in name.upper():
            monkeypatch.delenv(name)
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("OSPO_NETWORK", "127.0.0.1")

    assert refusal(Network(), "127.0.0.1") is LinkReason.NOT_PUBLIC
