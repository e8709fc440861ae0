# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Crawling a forge on this machine over real git-HTTP: what it asks, what it scans, and what killing it does.

Usage: ./dev bench crawl [REPOSITORIES [KILLS]]   (300 repositories and 25 kills; with PostgreSQL when it is here)
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from bench.measure import processor

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import databases  # type: ignore[import-not-found]
import forge as forges  # type: ignore[import-not-found]
import registers  # type: ignore[import-not-found]
from forge import Forge

ACCOUNTS = 6
_WORDS = ("kaart", "register", "loket", "aanvraag", "melding", "bericht", "dossier", "sjabloon", "bibliotheek")


def main(arguments: list[str]) -> None:
    """Crawl, crawl again, crawl after changes; then kill crawls at random, in each database."""
    repositories = int(arguments[0]) if arguments else 300
    kills = int(arguments[1]) if len(arguments) > 1 else 25
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="ospo-bench-")))
        forge = opened.enter_context(forges.running(folder / "forge"))
        chance = random.Random(1)  # noqa: S311 - texts, not secrets
        print(f"making {repositories} repositories in {ACCOUNTS} accounts ...", file=sys.stderr)
        names = list(fill(forge, repositories, chance))
        lists = [forge.list_of(f"owner{n}") for n in range(ACCOUNTS)]
        places = {"SQLite": f"sqlite:///{folder}/register.db"}
        if databases.program("postgres"):
            places["PostgreSQL"] = databases.new_database(opened.enter_context(databases.server()))
        for place, address in places.items():
            _rounds(forge, folder / place, address, lists, names if place == "SQLite" else [], place)
        whole = registers.state_of(places["SQLite"])
        for place in places:
            again = f"sqlite:///{folder}/killed.db"
            if place == "PostgreSQL":
                again = databases.new_database(opened.enter_context(databases.server()))
            _kill(folder / f"killed-{place}", again, lists, kills, whole, place)


def fill(forge: Forge, repositories: int, chance: random.Random) -> Iterator[str]:
    """Repositories with between one and thirty files, in one to four commits; each account with its defaults."""
    for number in range(ACCOUNTS):
        forge.commit(f"owner{number}/.github", SECURITY__md="Mail security@voorbeeld.example", LICENSE="EUPL-1.2")
    for number in range(repositories - ACCOUNTS):
        name = f"owner{number % ACCOUNTS}/{chance.choice(_WORDS)}-{number}"
        for commit in range(chance.randint(1, 4)):
            files = {f"src/{chance.choice(_WORDS)}{n}__py": _text(chance) for n in range(chance.randint(0, 7))}
            files |= {"README__md": f"# {name}\n\n{_text(chance)}", f"docs/{commit}__md": _text(chance)}
            forge.commit(name, **files)
        yield name


def _text(chance: random.Random) -> str:
    return "\n".join(" ".join(chance.choices(_WORDS, k=9)) for _ in range(chance.randint(3, 60)))


def _rounds(forge: Forge, folder: Path, address: str, lists: list[str], names: list[str], place: str) -> None:
    print(f"\n{place:<34}{'lists':>7}{'of 304':>8}{'git':>6}{'scans':>7}{'seconds':>9}{'CPU s':>8}")
    _round(forge, folder, address, lists, "first")
    _round(forge, folder, address, lists, "again")
    changed = names[:: max(1, len(names) // 10)][:10] if names else []
    for name in changed:
        forge.commit(name, README__md="# Veranderd")
    _round(forge, folder, address, lists, f"after a push to {len(changed)}")


def _round(forge: Forge, folder: Path, address: str, lists: list[str], name: str) -> None:
    forge.asked.clear()
    start, used = time.perf_counter(), 0.0
    process = registers.start(folder, address, "crawl", *lists)
    while process.poll() is None:
        used = processor(process.pid) or used
        time.sleep(0.05)
    said = (process.stdout.read() if process.stdout else b"").decode()
    seconds = time.perf_counter() - start
    scans = next((line.split()[0] for line in said.splitlines() if " scanned, " in line), "?")
    asked = forge.lists()
    unchanged = sum(line.endswith(" 304") for line in asked)
    print(
        f"{name:<34}{len(asked):>7}{unchanged:>8}{len(forge.conversations()):>6}{scans:>7}{seconds:>9.1f}{used:>8.1f}"
    )


def _kill(folder: Path, address: str, lists: list[str], kills: int, whole: registers.State, place: str) -> None:
    """Kill a crawl at random moments, finish it, and compare with where the undisturbed one ended."""
    killed = registers.kill_at_random(folder, address, lists, times=kills, seed=2, longest=12.0)
    registers.finish(folder, address, "crawl", *lists)
    end = registers.state_of(address)
    # The undisturbed one saw the state before the pushes as well: what stands now is compared.
    same = all(end[part] == whole[part] for part in ("repositories", "tallies", "jobs", "requests"))
    now = {row for row in whole["findings"] if row[-1]}
    same = same and {row for row in end["findings"] if row[-1]} == now
    print(f"{place}: killed {killed} of {kills} times; the end state is {'the same' if same else 'NOT THE SAME'}")
