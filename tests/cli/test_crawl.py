# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo crawl`, `ospo worker` and `ospo db` on the command line."""

from pathlib import Path

import pytest

from command_line import CommandLine, in_a_process
from conftest import GitRepository


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("OSPO_DATA", str(tmp_path / "data"))
    return f"sqlite:///{tmp_path}/register.db"


def crawl(ospo: CommandLine, database: str, *sources: Path) -> list[str]:
    answer = ospo("crawl", *sources, "--database", database, "--processes", "1")
    assert (answer.code, answer.err) == (0, "")
    return answer.out.splitlines()


def test_a_folder_is_crawled_once_and_then_only_what_changed(
    ospo: CommandLine, database: str, repository: GitRepository
) -> None:
    repository.commit({"README.md": "# Kaart"})
    folder = repository.path.parent

    first, again = crawl(ospo, database, folder), crawl(ospo, database, folder)
    repository.commit({"LICENSE": "EUPL-1.2"})
    changed = crawl(ospo, database, folder)

    assert first == [
        "1 repositories on 1 lists, 0 of them unchanged",
        "1 new, 0 no longer there",
        "1 scanned, 0 failed",
        "0 requests for lists, 0 looks and 0 fetches with git",
    ]
    assert (again[2], changed[2]) == ("0 scanned, 0 failed", "1 scanned, 0 failed")


def test_what_could_not_be_had_is_named_and_gives_4(
    ospo: CommandLine, database: str, repository: GitRepository
) -> None:
    repository.commit({"README.md": "# Kaart"})
    broken = repository.path.parent / "kapot"
    (broken / ".git" / "objects").mkdir(parents=True)
    (broken / ".git" / "HEAD").write_text("ref: refs/heads/main\n")

    answer = ospo("crawl", repository.path.parent, "--database", database, "--processes", "1")

    assert answer.code == 4
    assert "kapot" in answer.err
    assert "HEAD points at 'refs/heads/main', which has no commit yet" in answer.err
    assert "ospo: 1 could not be had; the rest is in the register." in answer.err
    assert "1 scanned, 1 failed" in answer.out


def test_a_source_that_is_none_gives_2_and_makes_no_register(ospo: CommandLine, database: str, tmp_path: Path) -> None:
    answer = ospo("crawl", tmp_path / "nergens", "--database", database)

    assert answer.code == 2
    assert "there is no folder here: check the path" in answer.err
    assert not (tmp_path / "register.db").exists()


def test_a_worker_stops_when_the_queue_is_empty(ospo: CommandLine, database: str) -> None:
    answer = ospo("worker", "--once", "--database", database, "--processes", "1")

    assert (answer.code, answer.err) == (0, "ospo: 0 jobs done.\n")


def test_a_worker_that_crawls_by_itself_tells_what_it_did(
    ospo: CommandLine, database: str, repository: GitRepository
) -> None:
    repository.commit({"README.md": "# Kaart"})
    crawl(ospo, database, repository.path.parent)

    early = ospo("worker", "--once", "--every", "1d", "--database", database, "--processes", "1")
    assert (early.code, early.out) == (0, "")

    wrong = ospo("worker", "--every", "ooit")
    assert wrong.code == 2
    assert "'ooit' is no length of time: write 30m, 6h or 1d" in wrong.err


def test_what_a_crawl_would_ask_is_said_and_nothing_is_done(
    ospo: CommandLine, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("https://github.com/voorbeeld", "https://codeberg.org/voorbeeld", "--dry-run", "--database", database)

    without = ospo("crawl", *asked)
    monkeypatch.setenv("OSPO_TOKEN_GITHUB_COM", "geheim-en-van-niemand")
    with_one = ospo("crawl", *asked)

    assert (without.code, without.out) == (0, "")
    assert without.err.splitlines()[3:] == [
        (
            "github.com: 1 lists cost 1 to 1 requests; "
            "git asks at most 0 repositories that are known, and those that are new"
        ),
        "  without a token: 60 requests an hour, 60 of them left",
        "  with one in OSPO_TOKEN_GITHUB_COM: 5000 an hour",
    ]
    assert "  with a token: 5000 requests an hour, 5000 of them left" in with_one.err.splitlines()
    assert "geheim" not in with_one.err
    assert not Path(database.removeprefix("sqlite:///")).exists()


def test_a_register_is_upgraded_backed_up_and_restored(
    ospo: CommandLine, database: str, repository: GitRepository, tmp_path: Path
) -> None:
    repository.commit({"README.md": "# Kaart"})
    crawl(ospo, database, repository.path)
    other, file = f"sqlite:///{tmp_path}/other.db", tmp_path / "b"

    assert "The register is up to date" in ospo("db", "upgrade", "--database", database).err
    assert ospo("db", "backup", file, "--database", database).code == 0
    assert ospo("db", "restore", file, "--database", other).code == 0
    assert crawl(ospo, other, repository.path)[2] == "0 scanned, 0 failed"
    assert ospo("db", "restore", file, "--database", other).code == 2


def test_a_backup_needs_the_name_of_a_file(ospo: CommandLine, database: str) -> None:
    answer = ospo("db", "backup", "--database", database)

    assert (answer.code, answer.err) == (2, "ospo: `ospo db backup` needs the name of a file\n")


def test_without_an_address_the_register_is_in_the_folder_for_data(ospo: CommandLine, database: str) -> None:
    assert "The register went from - to" in ospo("db", "upgrade").err
    assert (Path(database.removeprefix("sqlite:///")).parent / "data" / "register.db").is_file()


@pytest.mark.parametrize("verb", ["crawl", "worker", "db"])
def test_help_waits_for_no_database(verb: str) -> None:
    code = (
        "import sys; from ospo.cli.verbs import run; run([sys.argv[1], '--help']);"
        "print(sorted({'sqlalchemy', 'alembic', 'httpx', 'ospo.app'} & set(sys.modules)), file=sys.stderr)"
    )
    import subprocess
    import sys

    done = subprocess.run([sys.executable, "-c", code, verb], capture_output=True, check=True, text=True)
    assert done.stderr == "[]\n"
    assert in_a_process(verb, "--help").returncode == 0
