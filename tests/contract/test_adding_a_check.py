# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Adding a check is adding files and one word in a practice, exactly as docs/add-a-check.md says."""

import json
import re
import shutil
from pathlib import Path

import pytest

from command_line import in_a_process
from conftest import GitRepository
from python_messages import ROOT

GUIDE = (ROOT / "docs" / "add-a-check.md").read_text("utf-8")
CHECK = "has-citation-file"
TOPIC = "community"
PRACTICE = "practices/readme.nl.md"


def block(path: str) -> str:
    """The code block that the guide shows for a file."""
    found = re.search(rf"`[^`\n]*{re.escape(path)}`[^\n]*\n\n```\w*\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/add-a-check.md shows no {path}"
    return found[1]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program with its content."""
    for folder in ("src", "content", "locale"):
        ignore = shutil.ignore_patterns("static", "templates")
        shutil.copytree(ROOT / folder, tmp_path / "copy" / folder, ignore=ignore)
    return tmp_path / "copy"


@pytest.fixture
def extended(copy: Path) -> Path:
    """The copy with the three files of the guide, not yet named in a practice."""
    stem = CHECK.replace("-", "_")
    for suffix in (".py", ".en.md", ".nl.md"):
        (copy / "src" / "ospo" / "checks" / TOPIC / (stem + suffix)).write_text(block(stem + suffix), "utf-8")
    return copy


def name_it_in_a_practice(copy: Path) -> None:
    path = copy / "content" / PRACTICE
    text = path.read_text("utf-8")
    changed = re.sub(r"^checks: \[", f"checks: [{CHECK}, ", text, count=1, flags=re.MULTILINE)
    assert changed != text
    path.write_text(changed, "utf-8")


def problems(copy: Path) -> set[str]:
    done = in_a_process("content", "check", source=copy / "src")
    assert done.returncode in (0, 2), done.stderr.decode()
    return {line for line in done.stderr.decode().splitlines() if not line.startswith("ospo: ")}


def test_a_new_check_runs_and_is_listed_and_explained(extended: Path, repository: GitRepository) -> None:
    name_it_in_a_practice(extended)
    repository.commit({"main.py": "print(1)"})

    scanned = in_a_process(
        "scan", repository.path, "--check", CHECK, "--format", "json", source=extended / "src", language="nl"
    )
    listed = in_a_process("checks", "list", source=extended / "src")
    explained = in_a_process("explain", CHECK, source=extended / "src")

    (finding,) = json.loads(scanned.stdout)["reports"][0]["findings"]
    assert (scanned.returncode, finding["check"], finding["topic"]) == (1, CHECK, TOPIC)
    assert (finding["outcome"], finding["reason"], finding["practice"]) == ("not-met", "missing", "readme")
    assert finding["message"] == "Er staat geen CITATION.cff in de hoofdmap."
    assert f"  {CHECK} " in listed.stdout.decode()
    assert explained.stdout.decode().startswith("# Says how to cite it\n\n## What this tests\n")


def test_a_new_check_is_part_of_a_whole_scan(extended: Path, repository: GitRepository) -> None:
    repository.commit({"CITATION.cff": "title: Kaart"})

    done = in_a_process("scan", repository.path, "--format", "json", source=extended / "src")

    findings = {f["check"]: f["outcome"] for f in json.loads(done.stdout)["reports"][0]["findings"]}
    assert findings[CHECK] == "met"


def test_the_knowledge_base_asks_for_a_practice_and_is_content_with_a_word_in_one(extended: Path) -> None:
    unnamed = f"practices: no practice names the check '{CHECK}': add it to the one that explains it"
    before = problems(extended)
    assert unnamed in before

    name_it_in_a_practice(extended)

    assert problems(extended) == before - {unnamed}


def test_the_files_of_the_guide_keep_the_contract(extended: Path, tmp_path: Path) -> None:
    stem = CHECK.replace("-", "_")
    source = block(f"{stem}.py")

    for reason in re.findall(r'(?:met|not_met)\("([a-z-]+)"', source):
        for language in ("nl", "en"):
            assert f"\n  {reason}: " in block(f"{stem}.{language}.md")
    assert "def test_" in block(f"tests/checks/{TOPIC}/test_{stem}.py")
