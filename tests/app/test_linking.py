# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looking at links and writing down what was seen: each at once, and never that the world is gone when we are."""

import datetime
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from ospo import knowledge
from ospo.app import linking
from ospo.domain.link import LinkState
from ospo.engine import links
from ospo.errors import SettingsError, SourceError
from web_server import Server, page, serving, to, walk

DAY = datetime.date(2026, 11, 26)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def recorded(folder: Path) -> dict[str, LinkState]:
    return {address: found[-1].state for address, found in knowledge.load_links(folder).by_address.items()}


def test_each_state_is_recorded(server: Server, tmp_path: Path) -> None:
    alive, moved = server.on("/alive", page()), server.on("/moved", to("/alive", 301))
    gone, soft = server.url("/gone"), server.on("/soft", page("<title>404 Not found</title>"))
    parked, refused = server.on("/parked", page("<title>Deze domeinnaam is te koop</title>")), server.url("/refused")
    server.on("/refused", page("", 403))
    away = server.url("/", "weg.example")

    looks = list(linking.look_at([alive, moved, gone, soft, parked, refused, away], tmp_path, DAY, walk()))

    assert recorded(tmp_path) == {
        alive: LinkState.ALIVE,
        moved: LinkState.MOVED,
        gone: LinkState.GONE,
        soft: LinkState.SOFT_404,
        parked: LinkState.PARKED,
        refused: LinkState.REFUSED,
        away: LinkState.UNREACHABLE,
    }
    assert [look.address for look in looks] == [alive, moved, gone, soft, parked, refused, away]


def test_what_was_seen_is_on_disk_before_the_next_is_asked(server: Server, tmp_path: Path) -> None:
    first, second = server.on("/1", page()), server.on("/2", page())
    looking = linking.look_at([first, second], tmp_path, DAY, walk())

    next(looking)

    assert recorded(tmp_path) == {first: LinkState.ALIVE}
    assert "GET /2" not in server.seen()
    looking.close()  # type: ignore[attr-defined]
    assert recorded(tmp_path) == {first: LinkState.ALIVE}


def test_when_nobody_answers_it_is_us_and_nothing_is_recorded(tmp_path: Path) -> None:
    away = [f"http://weg.{n}.example:1/" for n in range(9)]

    with pytest.raises(SourceError):
        list(linking.look_at(away, tmp_path, DAY, walk()))

    assert recorded(tmp_path) == {}


def test_when_the_network_goes_away_half_way_only_what_was_seen_before_is_recorded(
    server: Server, tmp_path: Path
) -> None:
    first = server.on("/", page())
    away = [f"http://weg.{n}.example:1/" for n in range(9)]

    with pytest.raises(SourceError):
        list(linking.look_at([first, *away], tmp_path, DAY, walk()))

    assert recorded(tmp_path) == {first: LinkState.ALIVE}


def test_an_address_inside_is_no_sign_that_the_network_is_there(server: Server, tmp_path: Path) -> None:
    away = [f"http://weg.{n}.example:1/" for n in range(9)]

    with pytest.raises(SourceError):
        list(linking.look_at([server.url("/", "intern.example"), *away], tmp_path, DAY, walk()))

    assert recorded(tmp_path) == {}


def test_many_addresses_of_one_host_that_is_gone_are_no_network_that_is_gone(server: Server, tmp_path: Path) -> None:
    first = server.on("/", page())
    away = [f"http://weg.example:1/{n}" for n in range(9)]

    list(linking.look_at([first, *away], tmp_path, DAY, walk()))

    assert set(recorded(tmp_path)) == {first, *away}


def test_a_folder_that_cannot_be_written_to_is_said(server: Server, tmp_path: Path) -> None:
    (tmp_path / "links").write_text("in the way", "utf-8")

    with pytest.raises(SettingsError):
        list(linking.look_at([server.on("/", page())], tmp_path, DAY, walk()))


ONE_RUN = """
import datetime, pathlib, sys
from ospo.app import linking
from web_server import walk
folder, *addresses = sys.argv[1:]
for _ in linking.look_at(addresses, pathlib.Path(folder), datetime.date(2026, 11, 26), walk()):
    pass
"""


def test_a_process_that_is_killed_loses_nothing_that_was_seen_and_leaves_whole_files(
    server: Server, tmp_path: Path
) -> None:
    is_there, may_go = threading.Event(), threading.Event()

    def hangs(handler: BaseHTTPRequestHandler) -> None:
        is_there.set()
        may_go.wait(60)

    addresses = [server.on("/1", page()), server.on("/2", page()), server.on("/3", hangs), server.on("/4", page())]
    here = Path(__file__).parents[1]
    paths = os.pathsep.join(map(str, (here.parent / "src", here)))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
    process = subprocess.Popen([sys.executable, "-c", ONE_RUN, str(tmp_path), *addresses], env=environment)
    try:
        assert is_there.wait(120)
    finally:
        process.kill()
        process.wait()
        may_go.set()

    assert recorded(tmp_path) == {addresses[0]: LinkState.ALIVE, addresses[1]: LinkState.ALIVE}
    left = links.due(addresses, knowledge.load_links(tmp_path), DAY)
    assert left == addresses[2:]
