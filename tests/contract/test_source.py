# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the source is kept: a licence in every file, files and functions of a readable size, walls that hold."""

import ast
import re
import tokenize
from functools import cache
from pathlib import Path

import pytest

from python_messages import ROOT

# In parts, so that this file does not itself seem to say it twice.
HEADER = "".join(
    f"# SPDX-{tag}: {value}\n"
    for tag, value in (("FileCopyrightText", "2026 OSPO-NL contributors"), ("License-Identifier", "EUPL-1.2"))
)
# Files of more than 300 lines and functions of more than 40, each with the reason why it is better whole.
LONG_FILES = {"src/ospo/app/__init__.py": "the table of all verbs: one short method each, to be found in one place"}
LONG_FUNCTIONS: dict[str, str] = {}
CHECKS = ROOT / "src" / "ospo" / "checks"
MAY_IMPORT = {"domain", "formats", "errors"}


@cache
def sources() -> tuple[Path, ...]:
    folders = ("src", "tests", "bench", "tools")
    return tuple(sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py")))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def test_every_python_file_says_its_licence_first() -> None:
    def starts_well(text: str) -> bool:
        return text.startswith(HEADER) or (text.startswith("#!") and text.partition("\n")[2].startswith(HEADER))

    assert [name(path) for path in sources() if not starts_well(path.read_text("utf-8"))] == []


def test_every_module_of_the_program_says_in_a_sentence_what_lives_there() -> None:
    modules = [path for path in sources() if path.is_relative_to(ROOT / "src")]

    assert [name(path) for path in modules if not (ast.get_docstring(tree(path)) or "").strip()] == []


def test_no_file_is_longer_than_300_lines_without_a_reason() -> None:
    modules = [path for path in sources() if path.is_relative_to(ROOT / "src")]
    long = {name(path) for path in modules if path.read_text("utf-8").count("\n") > 300}

    assert long == set(LONG_FILES)


def test_no_function_is_longer_than_40_lines_without_a_reason() -> None:
    long = set()
    for path in sources():
        if path.is_relative_to(ROOT / "src"):
            for node in ast.walk(tree(path)):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    first = node.body[0]
                    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
                    start = first.end_lineno if documented else node.lineno
                    if (node.end_lineno or 0) - (start or 0) > 40:
                        long.add(f"{name(path)}: {node.name}")
    assert long == set(LONG_FUNCTIONS)


@pytest.mark.parametrize("path", sorted(CHECKS.rglob("[a-z]*.py")), ids=name)
def test_a_check_imports_nouns_formats_and_errors_and_no_other_check(path: Path) -> None:
    imported = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            imported.add(node.module or "")

    ours = {module for module in imported if module.partition(".")[0] == "ospo"}
    assert {module for module in ours if (module + "..").split(".")[1] not in MAY_IMPORT} == set()


def test_nothing_is_called_utils_or_helpers_or_manager() -> None:
    vague = {"util", "utils", "helper", "helpers", "manager", "misc", "common"}

    assert [name(path) for path in sources() if path.stem in vague or path.parent.name in vague] == []


def test_no_comment_leaves_work_for_later() -> None:
    later = re.compile(r"#\W*(TODO|FIXME|XXX|HACK)\b")
    left = []
    for path in sources():
        with path.open("rb") as stream:
            comments = [token for token in tokenize.tokenize(stream.readline) if token.type == tokenize.COMMENT]
        left += [f"{name(path)}:{token.start[0]}" for token in comments if later.match(token.string)]

    assert left == []
