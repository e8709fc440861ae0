# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""\x60ospo content import\x60: a folder or a clone, in three forms; nothing is written."""

import json
import subprocess
from pathlib import Path

import pytest

from command_line import CommandLine
from knowledge_base import KnowledgeBase

WHO = ("-c", "user.name=dev-one", "-c", "user.email=dev-one@voorbeeld.example", "-c", "commit.gpgsign=false")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "oud"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "a.md").write_text("# Licentie\n\n[weg](niets.md) \x1b[31mrood\n", "utf-8")
    (folder / "docs" / "b.md").write_bytes(b"---\n\xff\xfe: [\n---\n# B\n")
    return folder


@pytest.mark.parametrize("is_clone", [False, True])
def test_a_folder_and_a_bare_clone_give_the_same_pages(
    is_clone: bool, old: Path, tmp_path: Path, ospo: CommandLine, base: KnowledgeBase
) -> None:
    place = old
    if is_clone:
        for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
            subprocess.run(["git", "-C", str(old), *WHO, *arguments], check=True)
        place = tmp_path / "bare"
        subprocess.run(["git", "clone", "-q", "--bare", str(old), str(place)], check=True)
    before = base.files()

    answer = ospo("content", "import", str(place), "--format", "json")

    report = json.loads(answer.out)["report"]
    assert answer.code == 0
    assert [page["path"] for page in report["pages"]] == ["docs/a.md", "docs/b.md"]
    assert bool(report["commit"]) is is_clone
    assert base.files() == before


def test_the_text_names_what_is_wrong_and_carries_no_control_codes(old: Path, ospo: CommandLine) -> None:
    text, markdown = (ospo("content", "import", str(old), "--format", form).out for form in ("text", "markdown"))

    assert "links to docs/niets.md, which is not there" in text
    assert "the front matter cannot be read" in text
    assert "\x1b" not in text + markdown
    assert markdown.startswith("# An older knowledge base beside ours\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "name one folder or clone"),
        (["a", "b"], "name one folder or clone"),
        (["/nergens"], "there is no such folder"),
    ],
)
def test_what_cannot_be_read_is_said(words: list[str], said: str, ospo: CommandLine) -> None:
    answer = ospo("content", "import", *words)

    assert answer.code == 2
    assert said in answer.err
