# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""An address that was given out keeps leading somewhere: to its page, or to what came in its place.

The ledger holds what each release gave out; the history of git also what was there in between, if a clone has it.
"""

import re
import subprocess
from collections.abc import Collection
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

import sites
from ospo.engine import redirects
from python_messages import ROOT

LEDGER = Path(__file__).with_name("published_addresses.txt")
# The folders whose files have an address of their own: which suffix they have, and what stands before their name.
PLACES = {
    "content/practices": (".nl.md", "practices/"),
    "content/pages": (".nl.md", "pages/"),
    "content/norms": (".yaml", "norms/"),
    "content/profiles": (".yaml", "profiles/"),
    "content/organisations": (".yaml", "organisations/"),
    "content/events": (".yaml", "events/"),
    "content/roadmap": (".yaml", "roadmap#"),
}
WHO = ("-c", "user.name=dev-one", "-c", "user.email=dev-one@voorbeeld.example", "-c", "commit.gpgsign=false")
CHECKS = "src/ospo/checks"
GLOSSARY = "content/glossary.yaml"
_TERM = re.compile(r"^-- id: ([a-z0-9-]+)$", re.MULTILINE)


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def is_whole(folder: Path) -> bool:
    """Whether the folder is a clone with all of its history."""
    try:
        return git(folder, "rev-parse", "--is-shallow-repository").strip() == "false"
    except (OSError, subprocess.CalledProcessError):
        return False


def of_file(path: str) -> str | None:
    """The address of the page that a file makes; None when it makes none."""
    place = PurePosixPath(path)
    if place.is_relative_to(CHECKS) and place.suffix == ".py" and not place.name.startswith("_"):
        return f"checks/{place.stem.replace('_', '-')}"
    suffix, before = PLACES.get(str(place.parent), ("", ""))
    return f"{before}{place.name.removesuffix(suffix)}" if suffix and place.name.endswith(suffix) else None


def removed(folder: Path) -> set[str]:
    """The addresses of what was ever taken away; it may have come back since."""
    log = ("log", "--no-renames", "--no-merges", "--format=")
    files = git(folder, *log, "--diff-filter=D", "--name-only", "--", "content", CHECKS).splitlines()
    terms = _TERM.findall(git(folder, *log, "--unified=0", "--patch", "--", GLOSSARY))
    return {found for path in files if (found := of_file(path))} | {f"glossary#{term}" for term in terms}


@cache
def alive() -> frozenset[str]:
    """Every address that has an answer: a page, an anchor on one, or a redirect."""
    site = sites.app().site()
    anchors = {f"{page}#{anchor}" for page, names in redirects.anchors(site.library).items() for anchor in names}
    pages = {path.removeprefix("/nl/").strip("/") for path in site.routes if path.startswith("/nl/")}
    return frozenset(pages | anchors | set(site.library.redirects))


def lost(addresses: Collection[str]) -> list[str]:
    """Those without an answer."""
    return sorted(a for a in addresses if a not in alive())


def test_every_address_that_a_release_gave_out_has_an_answer() -> None:
    ledger = LEDGER.read_text("utf-8").split()

    assert len(ledger) > 300
    assert lost(ledger) == [], "say where it went in content/redirects.yaml"


def test_the_ledger_is_in_order_and_holds_nothing_twice() -> None:
    ledger = LEDGER.read_text("utf-8").splitlines()

    assert ledger == sorted(set(ledger))


def test_every_address_in_the_history_has_an_answer() -> None:
    if not is_whole(ROOT):
        pytest.skip("this clone does not have the whole history: only the ledger was looked at")

    assert lost(removed(ROOT)) == [], "say where it went in content/redirects.yaml"


def test_an_address_that_never_was_has_no_answer() -> None:
    assert lost(["practices/dit-was-er-nooit", "glossary#dit-was-er-nooit", "glossary"]) == [
        "glossary#dit-was-er-nooit",
        "practices/dit-was-er-nooit",
    ]


def test_the_walk_through_the_history_sees_what_was_taken_away(tmp_path: Path) -> None:
    files = {
        "content/practices/oud.nl.md": "x",
        "content/practices/oud.en.md": "x",
        "content/norms/oude-norm.yaml": "x",
        "content/roadmap/oude-stap.yaml": "x",
        "content/facts/oud-feit.yaml": "x",
        "src/ospo/checks/licence/was_a_check.py": "x",
        "src/ospo/checks/licence/was_a_check.nl.md": "x",
        GLOSSARY: "- id: oud\n  nl: x\n- id: blijft\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, *WHO, "commit", "-q", "-m", "all")
    for name in files:
        (tmp_path / name).unlink()
    (tmp_path / GLOSSARY).write_text("- id: blijft\n", "utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, *WHO, "commit", "-q", "-m", "less")

    assert is_whole(tmp_path)
    assert removed(tmp_path) == {
        "practices/oud",
        "norms/oude-norm",
        "roadmap#oude-stap",
        "checks/was-a-check",
        "glossary#oud",
    }


def test_a_shallow_clone_does_not_pass_for_a_whole_one(tmp_path: Path) -> None:
    (tmp_path / "whole").mkdir()
    git(tmp_path / "whole", "init", "-q")
    for message in ("first", "second"):
        git(tmp_path / "whole", *WHO, "commit", "-q", "--allow-empty", "-m", message)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path / 'whole'}", "part")

    assert not is_whole(tmp_path / "part")
    assert not is_whole(tmp_path)
