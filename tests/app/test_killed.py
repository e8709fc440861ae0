# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A crawl that is killed and started again ends where an undisturbed one does: nothing is lost, nothing is doubled."""

import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

import forge as forges
import registers
from forge import Forge
from ospo.store.database import Database
from registers import State


@pytest.fixture(scope="module")
def forge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forge]:
    with forges.running(tmp_path_factory.mktemp("forge")) as running:
        for number in range(4):
            running.commit(f"gemeente/r{number}", LICENSE="EUPL-1.2", README__md=f"# Nummer {number}")
        running.commit("gemeente/.github", SECURITY__md="Mail security@voorbeeld.example")
        yield running


@pytest.fixture(scope="module")
def whole(forge: Forge, tmp_path_factory: pytest.TempPathFactory) -> State:
    """Where an undisturbed crawl ends."""
    folder = tmp_path_factory.mktemp("whole")
    address = f"sqlite:///{folder}/register.db"
    registers.finish(folder, address, "crawl", forge.list_of("gemeente"))
    return registers.state_of(address)


def test_a_crawl_that_is_killed_again_and_again_ends_as_one_that_is_not(
    forge: Forge, whole: State, address: str, tmp_path: Path
) -> None:
    sources = [forge.list_of("gemeente")]

    killed = registers.kill_on_the_way(tmp_path, address, sources, lambda: len(forge.asked), seed=1)
    registers.finish(tmp_path, address, "crawl", *sources)

    assert killed > 1
    assert registers.state_of(address) == whole


def test_a_worker_does_what_a_killed_crawl_left(forge: Forge, whole: State, address: str, tmp_path: Path) -> None:
    before = len(forge.conversations())
    process = registers.start(tmp_path, address, "crawl", forge.list_of("gemeente"))
    while len(forge.conversations()) < before + 2 and process.poll() is None:
        time.sleep(0.01)
    process.kill()
    process.communicate()

    registers.finish(tmp_path, address, "worker", "--once")

    assert registers.state_of(address) == whole


def test_readers_see_whole_results_while_a_crawl_writes(forge: Forge, address: str, tmp_path: Path) -> None:
    registers.finish(tmp_path, address, "db", "upgrade")
    process = registers.start(tmp_path, address, "crawl", forge.list_of("gemeente"))
    seen: list[int] = []
    troubles: list[BaseException] = []

    def read() -> None:
        database = Database(address)
        counted = text("SELECT (SELECT count(*) FROM snapshots), (SELECT count(*) FROM findings WHERE ended IS NULL)")
        try:
            while process.poll() is None:
                with database.reading() as connection:
                    snapshots, findings = connection.execute(counted).one()
                assert (snapshots == 0) == (findings == 0)
                assert findings % (snapshots or 1) == 0
                seen.append(snapshots)
                time.sleep(0.005)  # the crawl may get on
        except BaseException as error:
            troubles.append(error)
        finally:
            database.close()

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    process.communicate()

    assert troubles == []
    assert process.returncode == 0
    assert seen


def test_two_crawls_at_once_share_the_work(forge: Forge, whole: State, address: str, tmp_path: Path) -> None:
    registers.finish(tmp_path, address, "db", "upgrade")

    both: list[subprocess.Popen[bytes]] = [
        registers.start(tmp_path, address, "crawl", forge.list_of("gemeente")) for _ in range(2)
    ]
    said = [process.communicate()[0].decode() for process in both]

    assert [process.returncode for process in both] == [0, 0], said
    assert registers.state_of(address) == whole
