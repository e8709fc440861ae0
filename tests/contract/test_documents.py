# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What we wrote for readers is complete: every command, every decision, every link within the repository."""

import re
from pathlib import Path

import click
import pytest

from ospo.cli.verbs import Verbs, ospo
from python_messages import ROOT

DECISIONS = ROOT / "docs" / "decisions"
COMMANDS = (ROOT / "docs" / "command-line.md").read_text("utf-8")
assert isinstance(ospo, Verbs)
VERBS = ospo.list_commands(click.Context(ospo))
LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s#]+)(?:#[^)\s]*)?\)")
CODE = re.compile(r"^(`{3,}).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / ".github").rglob("*.md")])


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_is_documented_with_every_option(verb: str) -> None:
    section = re.search(rf"^## `?ospo {verb}\b.*?(?=^## |\Z)", COMMANDS, re.MULTILINE | re.DOTALL)
    command = ospo.get_command(click.Context(ospo), verb)

    assert section, f"write a section '## ospo {verb}' in docs/command-line.md"
    assert command is not None
    options = {name for p in command.params if isinstance(p, click.Option) for name in p.opts if name.startswith("--")}
    assert {name for name in options - {"--language"} if f"`{name}" not in section[0]} == set()


def test_no_command_is_documented_that_does_not_exist() -> None:
    assert set(re.findall(r"^## `?ospo (\w+)", COMMANDS, re.MULTILINE)) - set(VERBS) == set()


def test_every_exit_code_and_variable_is_documented() -> None:
    for word in (
        "130",
        "141",
        "NO_COLOR",
        "OSPO_CONTENT",
        "OSPO_OBSERVATIONS",
        "OSPO_LANGUAGE",
        "OSPO_SITE",
        "OSPO_CACHE",
    ):
        assert f"`{word}`" in COMMANDS
    for code in range(5):
        assert f"| `{code}` |" in COMMANDS


@pytest.mark.parametrize("path", sorted(DECISIONS.glob("[0-9]*.md")), ids=lambda path: path.name)
def test_every_decision_is_in_the_list_under_its_own_number(path: Path) -> None:
    listed = (DECISIONS / "README.md").read_text("utf-8")

    assert f"| [{path.name[:4]}]({path.name}) |" in listed
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", path.name)


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:4]) for path in sorted(DECISIONS.glob("[0-9]*.md"))]

    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_to_a_file_of_ours_leads_somewhere(path: Path) -> None:
    targets = {link["target"] for link in LINK.finditer(CODE.sub("", path.read_text("utf-8")))}

    assert {t for t in targets if "://" not in t and ":" not in t and not (path.parent / t).exists()} == set()
