# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every message of the program has its Dutch, with the same values in braces; and no Dutch is left over."""

import io
from collections import Counter
from functools import cache
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po

import messages
import python_messages
from messages import SOURCE
from ospo.cli import speech
from ospo.cli.verbs import Verbs, ospo
from ospo.domain.language import Language
from ospo.domain.page import FactStatus
from ospo.i18n import translations
from python_messages import ROOT, Found, Message, braces

LOCALE = ROOT / "locale" / "nl"

# Modules with tables of words that templates or other modules look up.
TABLES = [SOURCE / "render" / "text.py", *sorted((SOURCE / "render" / "html").rglob("*.py"))]

# Where a message is not written at the place that says it, and why every text that passes there is read elsewhere.
PASSED_ON = {
    "src/ospo/errors.py: self.message": "given where the error is made",
    "src/ospo/render/search_index.py: title": "in the table of the filters, with the search page",
    "src/ospo/render/html/views/statistics.py: part": "in the tables of the parts of figures",
    "src/ospo/render/search_index.py: word": "in the tables of words of the pages",
    "src/ospo/store/runs.py: n.message": "given where it went wrong, and recorded",
    "src/ospo/app/working.py: result.message": "given in the task that failed",
    "src/ospo/app/tasks.py: error.message": "an error, as a value",
    "src/ospo/app/crawling.py: error.message": "an error, as a part of the report",
    "src/ospo/render/crawl_text.py: trouble.message": "given where it went wrong",
    "src/ospo/render/register_crawl_text.py: step.trouble.message": "given where it went wrong",
    "src/ospo/store/crawl_record.py: row.message": "given where it went wrong, and recorded",
    "src/ospo/app/remembering.py: p.message": "a problem that was said before, and is remembered",
    "src/ospo/formats/front_matter.py: error.message": "the same error, on the line of the whole file",
    "src/ospo/knowledge/reading.py: error.message": "the same error, as a problem",
    "src/ospo/knowledge/reading.py: fault.message": "given where the fault is found",
    "src/ospo/render/markdown.py: fact.status.value": "the values of FactStatus, read below",
    "src/ospo/render/html/prose.py: fact.status.value": "the values of FactStatus, read below",
    "src/ospo/render/policy.py: fact.status.value": "the values of FactStatus, read below",
    "src/ospo/cli/speech.py: one if n == 1 else many": "a message of Click",
    "src/ospo/cli/speech.py: piece": "what Click puts behind the name of a command, read below",
    "src/ospo/cli/speech.py: super().make_metavar(ctx)": "what Click calls a value, read below",
    "src/ospo/cli/speech.py: paragraph": "the help of a command",
    "src/ospo/cli/speech.py: (self.help or '').split('\\n')[0]": "the help of a command",
    "src/ospo/cli/speech.py: self.help or ''": "the help of an option or argument",
    "src/ospo/cli/speech.py: what": "the examples of a command",
}


@cache
def in_python() -> Found:
    whole = Found()
    for path in sorted(SOURCE.rglob("*.py")):
        found = python_messages.in_python(path)
        whole.messages += found.messages
        whole.unclear += found.unclear
    return whole


def metavars() -> list[Message]:
    """The names of values and the pieces of the usage line that no source of ours writes out."""
    speech.choose([], {"OSPO_LANGUAGE": "en"})
    found = []
    top = click.Context(ospo, info_name="ospo")
    assert isinstance(ospo, Verbs)
    for name in ("", *ospo.list_commands(top)):
        command = ospo.get_command(top, name) if name else ospo
        assert command is not None
        context = click.Context(command, info_name=name, parent=top)
        pieces = click.Command.collect_usage_pieces(command, context)
        names = [click.Parameter.make_metavar(p, context) for p in command.params if not getattr(p, "is_flag", False)]
        found += [Message(p, f"ospo {name}") for p in (*pieces, *names) if "|" not in p or p[0] not in "[{"]
    return [message for message in found if message.text not in {"[list]", "{list}"}]


@cache
def every_message() -> tuple[Message, ...]:
    tables = [message for path in TABLES for message in python_messages.tables(path)]
    statuses = [Message(status.value, "FactStatus") for status in FactStatus]
    return (
        *in_python().messages,
        *tables,
        *statuses,
        *metavars(),
        *messages.in_templates(),
        *messages.in_click(),
    )


def test_every_message_can_be_read_from_the_source() -> None:
    assert set(in_python().unclear) - set(PASSED_ON) == set()


def test_every_exception_to_that_is_still_there() -> None:
    assert set(PASSED_ON) - set(in_python().unclear) == set()


def test_every_message_has_its_dutch() -> None:
    known = translations(Language.NL)

    assert {m.text: m.place for m in every_message() if m.text not in known} == {}


def test_every_dutch_text_has_the_same_values_in_braces() -> None:
    assert {a: b for a, b in translations(Language.NL).items() if braces(a) != braces(b)} == {}


def test_no_dutch_is_left_over() -> None:
    assert set(translations(Language.NL)) - {m.text for m in every_message()} == set()


def test_a_message_stands_in_one_file_once() -> None:
    found = Counter(
        str(message.id)
        for path in LOCALE.glob("*.po")
        for message in read_po(io.BytesIO(path.read_bytes()), abort_invalid=True)
        if message.id
    )

    assert [text for text, times in found.items() if times > 1] == []


def test_every_value_in_braces_is_given_where_the_message_is_said() -> None:
    wrong = {m.text: m.place for m in in_python().messages if m.values is not None and m.braces - m.values}

    assert wrong == {}


@pytest.mark.parametrize("path", sorted(LOCALE.glob("*.po")), ids=lambda path: path.name)
def test_a_file_of_translations_holds_nothing_unsure(path: Path) -> None:
    catalogue = read_po(io.BytesIO(path.read_bytes()), abort_invalid=True)

    assert [m.id for m in catalogue if m.id and (m.fuzzy or not m.string)] == []
    assert list(catalogue.obsolete) == []


def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> Found:
    path = tmp_path / "src" / "ospo" / "cli" / "module.py"
    path.parent.mkdir(parents=True)
    path.write_text(source, "utf-8")
    other = tmp_path / "src" / "ospo" / "render" / "text.py"
    other.parent.mkdir()
    other.write_text("LEGEND = {1: 'met'}", "utf-8")
    monkeypatch.setattr(python_messages, "ROOT", tmp_path)
    return python_messages.in_python(path)


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("say('a')", ["a"]),
        ("self._say('a' 'b', n=1)", ["ab"]),
        ("say('a' if x else 'b')", ["a", "b"]),
        ("A = 'a'\nsay(A)", ["a"]),
        ("T = {1: 'a', 2: 'b'}\nsay(T[x])", ["a", "b"]),
        ("T = {1: ('a', 'b')}\ndef f():\n    for k, (x, y) in T.items():\n        say(y)", ["a", "b"]),
        ("from ospo.render.text import LEGEND\nsay(LEGEND[x])", ["met"]),
        ("def f():\n    m = 'a'\n    if x:\n        m = 'b'\n    say(m)", ["a", "b"]),
        ("def wrong(message, line):\n    say(message)\nwrong('a', 3)", ["a"]),
        ("from ospo.errors import Problem\nProblem(path, None, 'a')", ["a"]),
        ("from elsewhere import Problem\nProblem(path, None, 'a')", []),
        ("option('--x', help='a\\n\\nb', metavar='C')", ["a", "b", "C"]),
        ("command(examples=[('ospo x', 'a')])", ["a"]),
    ],
)
def test_the_reading_of_messages_follows_them_to_where_they_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, texts: list[str]
) -> None:
    found = read(tmp_path, monkeypatch, source)

    assert ([m.text for m in found.messages], found.unclear) == (texts, [])


@pytest.mark.parametrize("source", ["say(f'{a}')", "say(x.y)", "say(f())", "def g():\n    say(h)", "say(T[x])"])
def test_a_message_that_cannot_be_followed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    assert len(read(tmp_path, monkeypatch, source).unclear) == 1
