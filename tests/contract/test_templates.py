# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every template we hand out does what it promises: filled in, it meets our own checks, in both languages."""

import datetime
import hashlib
import subprocess
from pathlib import Path

import pytest

from ospo import checks, knowledge
from ospo.domain.finding import Outcome
from ospo.domain.language import Language
from ospo.domain.template import PLACE, Template
from ospo.engine import adopting
from ospo.settings import Settings
from snapshots import MemorySnapshot, commit

LIBRARY = knowledge.load(Settings.read({}).content)
TEMPLATES = list(LIBRARY.templates.values())
# A repository that somebody has just begun, at the address that the examples name.
REMOTE = "https://github.com/voorbeeld/project"
BEGUN = {"src/main.py": "print('hallo')\n", "Makefile": "test:\n\tpython -m unittest\n"}

each = pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.id)
languages = pytest.mark.parametrize("language", list(Language))


def filled(template: Template, language: Language) -> dict[str, str]:
    """The files with the examples as answers; what a repository knows comes from that."""
    given = adopting.examples(template)
    known = adopting.known(REMOTE, datetime.date(2026, 11, 25))
    answers = adopting.answers(template, given, known)
    return {patch.path: patch.after for patch in adopting.filled(template, answers, language)}


@each
@languages
def test_the_example_answers_are_answers_and_no_place_stays_open(template: Template, language: Language) -> None:
    for path, text in filled(template, language).items():
        assert not PLACE.search(path + text)
        assert text.endswith("\n") or path == "LICENSE"  # which is word for word what others wrote
        assert not text.startswith("\n")


@each
@languages
def test_with_its_files_a_repository_meets_its_checks(template: Template, language: Language) -> None:
    texts = filled(template, language)
    repository = MemorySnapshot(BEGUN | texts, history=(commit(),), remotes=(REMOTE,))

    found = {name: checks.load(name).run(repository).at(repository.committed) for name in template.checks}

    assert {name: (v.outcome, v.reason) for name, v in found.items() if v.outcome is not Outcome.MET} == {}


@each
def test_an_answer_in_data_stands_in_quotes(template: Template) -> None:
    for file in template.files:
        if file.path.endswith((".yml", ".yaml", ".json")):
            for text in file.texts.values():
                assert all(match["quoted"] for match in PLACE.finditer(text)), file.path


@each
def test_what_is_not_meant_for_readers_is_the_same_in_both_languages(template: Template) -> None:
    for file in template.files:
        places = [sorted(m["name"] for m in PLACE.finditer(text)) for text in file.texts.values()]
        assert places[0] == places[1], file.path


def test_the_eupl_is_the_official_text() -> None:
    licence = LIBRARY.templates["licence-eupl"]  # type: ignore[index]
    texts = {file.path: file.texts for file in licence.files}
    official = Path(__file__).parents[2] / "LICENSES" / "EUPL-1.2.txt"

    assert texts["LICENSE"][Language.EN].encode() == official.read_bytes()
    digest = hashlib.sha256(texts["LICENSE"][Language.NL].encode()).hexdigest()
    source = Path(checks.__file__).parents[1] / "formats" / "data" / "EUPL-1.2.nl.txt"
    assert digest == hashlib.sha256(source.read_bytes()).hexdigest()


@each
def test_the_diff_of_a_template_applies(template: Template, tmp_path: Path) -> None:
    from ospo.cli.commands.adopt import _new_file

    lines = [line for path, text in filled(template, Language.NL).items() for line in _new_file(path, text)]
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / "x.patch").write_text("\n".join(lines) + "\n", "utf-8")

    subprocess.run(["git", "apply", "x.patch"], cwd=tmp_path, check=True)

    for path, text in filled(template, Language.NL).items():
        assert (tmp_path / path).read_text("utf-8") == text
