# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fixtures that many tests share: real git repositories made in a temporary folder."""

import gc
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import databases
import shared

# A machine that is busy is no reason to fail: no test here is about time.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

GIT_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "dev-one",
    "GIT_AUTHOR_EMAIL": "dev-one@voorbeeld.example",
    "GIT_COMMITTER_NAME": "dev-one",
    "GIT_COMMITTER_EMAIL": "dev-one@voorbeeld.example",
}


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds what another one left behind, or what the user keeps: a cache, a register."""
    monkeypatch.setenv("OSPO_CACHE", "")
    monkeypatch.setenv("OSPO_DATA", f"{os.devnull}/ospo-nl")  # nothing is there, and nothing can be made there
    monkeypatch.delenv("OSPO_DATABASE", raising=False)


@dataclass(frozen=True)
class GitRepository:
    """A work tree that tests write to with the real git."""

    path: Path

    def git(self, *arguments: str, when: str = "2026-11-01T12:00:00+00:00", stdin: bytes | None = None) -> str:
        """Run git here, at a fixed moment, and give its output."""
        dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "HOME": str(self.path)}
        environment = {"PATH": os.environ["PATH"], **GIT_ENVIRONMENT, **dates}
        command = ["git", "-C", str(self.path), *arguments]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, input=stdin)
        return done.stdout.decode().strip()

    def commit(
        self,
        files: Mapping[str, str | bytes] | None = None,
        message: str = "Change something",
        when: str = "2026-11-01T12:00:00+00:00",
    ) -> str:
        """Write the files, commit everything, and give the id of the commit."""
        for name, content in (files or {}).items():
            target = self.path / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        self.git("add", "--all", "--force")
        self.git("commit", "--allow-empty", "--quiet", "-m", message, when=when)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> GitRepository:
    """An empty repository on the branch main."""
    path = tmp_path / "repository"
    path.mkdir()
    made = GitRepository(path)
    made.git("init", "--quiet", "--initial-branch=main")
    return made


@pytest.fixture(scope="session")
def _postgres() -> Iterator[str]:
    """A PostgreSQL of our own; tests that use it are done by one worker (`_group`), so that there is one of it."""
    if databases.program("postgres") is None:
        pytest.skip("PostgreSQL is not installed (Debian package postgresql)")
    with databases.server() as end:
        yield end


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/register.db"
    return databases.new_database(request.getfixturevalue("_postgres"))


@pytest.fixture(scope="session", autouse=True)
def _among_workers(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The workers of a run share what they make."""
    folder = tmp_path_factory.getbasetemp()
    shared.among(folder.parent if _IS_WORKER else folder)


_IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ
# What takes long comes first. The tests of a file are done by one worker, but for those at the very end.
_LONG = {"test_building.py", "test_hostile_repositories.py", "test_killed.py"}
_ONE_BY_ONE = {"test_browser.py"}
# One worker has a PostgreSQL, and one reads all pages of the real site.
_POSTGRES = re.compile(r"[\[-]postgres[\]-]")
_WHOLE_SITE = {"test_page_weight.py", "test_site_pages.py", "test_badges.py", "test_search_index.py", "test_marks.py"}
_GROUPS = ("whole site", "postgres")


def _group(nodeid: str) -> str:
    """The tests that one worker does in one go: by what they need together, or by their file."""
    file, _, test = nodeid.partition("::")
    name = file.rpartition("/")[2]
    if _POSTGRES.search(test):
        return "postgres"
    if name in _WHOLE_SITE:
        return "whole site"
    return nodeid if name in _ONE_BY_ONE else file


def _turn(item: pytest.Item) -> tuple[bool, bool, bool, bool]:
    """What takes long is early, so that no worker waits for another one; a browser comes when all else is done."""
    is_last = item.get_closest_marker("browser") is not None
    is_grouped = _IS_WORKER and _group(item.nodeid) in _GROUPS
    return is_last, is_last and item.path.name in _ONE_BY_ONE, not is_grouped, item.path.name not in _LONG


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests in the order in which the workers take them."""
    items.sort(key=_turn)


def pytest_collection_finish() -> None:
    """The tests themselves are no garbage: who collects that need not look at thousands of them again and again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """Hand out the tests by their groups, in this order; marks with a group do nothing under pytest 9.2."""
    from xdist.scheduler import LoadScopeScheduling

    class ByGroup(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return _group(nodeid)

    config.option.loadscopereorder = False
    return ByGroup(config, log)


# In CI everything that a test can need is there, so a test that skips is a test that did not do its work.
_IN_CI = bool(os.environ.get("OSPO_CI"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Turn a skip into a failure when OSPO_CI is set."""
    report = yield
    if _IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where nothing may be missing: {report.longrepr}"
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A module that skips while it is collected gives no test report: fail the run for it in CI."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if _IN_CI and skipped and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
