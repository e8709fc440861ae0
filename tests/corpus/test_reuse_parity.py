# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""On real repositories we say what `reuse lint` says, list by list; collected only when OSPO_CORPUS is set.

OSPO_CORPUS names a folder with clones, as in test_real. What the tool said is recorded in reuse_parity.yaml as counts
and hashes, so that our side can be tested without it; the tool itself is a program of its own, found on the PATH or
where OSPO_REUSE says.
"""

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec
import pytest
from msgspec import Struct, field

from corpus.labels import NOW
from ospo.app.scanning import Job, scan_one
from ospo.domain.finding import Outcome, ScanReport
from ospo.formats import reuse, reuse_licences, spdx, spdx_expression
from ospo.formats.reuse_licences import Folder
from ospo.git import open_snapshot

pytestmark = pytest.mark.corpus
CLONES = Path(os.environ["OSPO_CORPUS"])
# A repository complies when none of these is not met.
CHECKS = ("files-carry-reuse-information", "licences-folder-is-exact", "licence-expressions-are-valid")
Lists = dict[str, tuple[str, ...]]


class Recorded(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What `reuse lint --json` said of one repository at one commit.

    `holds`: by which means of REUSE it was chosen; `lists`: per list that is not empty, its length and the hash of
    its sorted lines; `ours`: the same for the lists in which we say otherwise, "0" when it is empty with us; `why`:
    the reason, required with `ours`.
    """

    repository: str
    commit: str
    holds: tuple[str, ...]
    complies: bool
    lists: dict[str, str] = field(default_factory=dict)
    ours: dict[str, str] = field(default_factory=dict)
    why: str = ""

    @property
    def name(self) -> str:
        """The owner and the name of the repository."""
        return self.repository.removeprefix("https://github.com/")

    @property
    def expected(self) -> dict[str, str]:
        """The lists that we must give."""
        return {name: said for name, said in {**self.lists, **self.ours}.items() if said != "0"}


def _recorded() -> tuple[Recorded, ...]:
    return msgspec.yaml.decode(Path(__file__).with_name("reuse_parity.yaml").read_bytes(), type=tuple[Recorded, ...])


every = pytest.mark.parametrize("recorded", _recorded(), ids=lambda recorded: recorded.name)


def test_thirty_and_more_hold_every_means_of_reuse_and_none() -> None:
    chosen = _recorded()

    assert len({one.repository for one in chosen}) == len(chosen)
    assert sum(not one.ours for one in chosen) >= 30
    assert {means for one in chosen for means in one.holds} == {"LICENSES", "REUSE.toml", "dep5", ".license", "tags"}
    assert sum(not one.holds for one in chosen) >= 5
    assert {one.complies for one in chosen} == {True, False}
    assert all(one.why for one in chosen if one.ours)


@every
def test_our_verdict_and_lists_are_the_recorded_ones(recorded: Recorded) -> None:
    clone = _clone(recorded)

    assert _complies(clone, recorded.commit) == recorded.complies
    assert _hashed(_ours(clone, recorded.commit)) == recorded.expected


@every
def test_reuse_says_the_same_on_a_checkout(recorded: Recorded, tmp_path: Path) -> None:
    clone = _clone(recorded)
    complies, theirs = _theirs(_checkout(clone, recorded.commit, tmp_path / "tree"))

    if not recorded.ours:
        assert _ours(clone, recorded.commit) == theirs
    assert (complies, _hashed(theirs)) == (recorded.complies, recorded.lists), "not what was recorded of this tool"


@every
def test_the_repository_holds_what_it_was_chosen_for(recorded: Recorded) -> None:
    with open_snapshot(_clone(recorded), at=recorded.commit) as snapshot:
        paths = {entry.path for entry in snapshot.entries()}
        tagged = reuse_licences.read(snapshot).used > 0
    found = {
        "LICENSES": any(path.startswith("LICENSES/") for path in paths),
        "REUSE.toml": any(path.rpartition("/")[2] == "REUSE.toml" for path in paths),
        "dep5": ".reuse/dep5" in paths,
        ".license": any(path.endswith(".license") for path in paths),
        "tags": tagged,
    }

    assert {means for means, is_there in found.items() if is_there} == set(recorded.holds)


def _clone(recorded: Recorded) -> Path:
    for name in (recorded.name.replace("/", "+"), recorded.name, f"{recorded.name}.git"):
        for candidate in (CLONES / name / "repo", CLONES / name):
            if (candidate / "HEAD").is_file() or (candidate / ".git").exists():
                return candidate
    pytest.fail(f"{recorded.repository} has no clone in {CLONES}")


def _checkout(clone: Path, commit: str, target: Path) -> Path:
    """A work tree of the commit, since the tool reads no git; hooks and configuration of the clone stay behind."""
    git = ("git", "-c", "core.hooksPath=/dev/null", "-c", "advice.detachedHead=false")
    _run(*git, "clone", "--quiet", "--no-hardlinks", "--no-checkout", str(clone), str(target))
    _run(*git, "-C", str(target), "checkout", "--quiet", "--detach", commit)
    return target


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        pytest.fail(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.strip()}")


@cache
def _program() -> str:
    program = os.environ.get("OSPO_REUSE") or shutil.which("reuse")
    if program is None or shutil.which(program) is None:
        pytest.fail("there is no program `reuse`: install reuse 6.2.0 from PyPI apart, or name it in OSPO_REUSE")
    return program


def _theirs(tree: Path) -> tuple[bool, Lists]:
    """What the tool says of a work tree: whether it complies, and the lists that are not empty."""
    command = [_program(), "lint", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, cwd=tree)
    if done.returncode not in (0, 1):
        pytest.fail(f"reuse ended with {done.returncode}: {done.stderr.strip()}")
    said = json.loads(done.stdout)
    wrong = {key: list(value) for key, value in said["non_compliant"].items()}
    return said["summary"]["compliant"], _lists(
        without_information=[*wrong["missing_copyright_info"], *wrong["missing_licensing_info"]],
        missing=wrong["missing_licenses"],
        unused=wrong["unused_licenses"],
        bad=wrong["bad_licenses"],
        deprecated=wrong["deprecated_licenses"],
        without_extension=wrong["licenses_without_extension"],
        unread=wrong["read_errors"],
    )


def _ours(clone: Path, commit: str) -> Lists:
    with open_snapshot(clone, at=commit) as snapshot:
        covered, found = reuse.coverage(snapshot), reuse_licences.read(snapshot)
    texts = found.texts
    return _lists(
        without_information=covered.without,
        missing=found.missing,
        unused=found.unused,
        bad=_bad(found),
        deprecated=[key for key in texts.by_id if (licence := spdx.find(key)) and licence.deprecated],
        without_extension=[key for key, path in texts.by_id.items() if path in texts.without_extension],
        unread=[*covered.unread, *found.unread],
    )


def _bad(found: Folder) -> list[str]:
    """Names that are no licence: of texts, and of what files say they have."""
    named = [key for key, path in found.texts.by_id.items() if path in found.texts.badly_named]
    asked = [key for key in found.missing if key not in spdx_expression.listed() and not key.startswith("LicenseRef-")]
    return named + asked


def _complies(clone: Path, commit: str) -> bool:
    report = scan_one(Job(clone, CHECKS, NOW, (), at=commit))
    assert isinstance(report, ScanReport), report
    assert {finding.check for finding in report.findings} == set(CHECKS)
    return all(finding.outcome in (Outcome.MET, Outcome.NOT_APPLICABLE) for finding in report.findings)


def _lists(**lists: Iterable[str]) -> Lists:
    found = {name.replace("_", "-"): tuple(sorted(set(values))) for name, values in lists.items()}
    return {name: values for name, values in found.items() if values}


def _hashed(lists: Lists) -> dict[str, str]:
    return {name: f"{len(v)} {hashlib.sha256(chr(10).join(v).encode()).hexdigest()}" for name, v in lists.items()}
