# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door itself: languages, usage errors, exit codes, and what happens when things break."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from command_line import CommandLine, command, in_a_process
from conftest import GitRepository
from ospo.app import App
from ospo.cli import printing, verbs
from ospo.cli.main import main
from ospo.errors import (
    ContentError,
    NotARepository,
    OspoError,
    ParseError,
    Problem,
    SettingsError,
    SourceError,
    UnknownId,
)
from python_messages import ROOT

FORMS = ", ".join(f"'{form}'" for form in ("text", *printing.FORMS))
VERBS = sorted(p.stem for p in (ROOT / "src" / "ospo" / "cli" / "commands").glob("*.py") if p.stem != "__init__")


def raising(error: BaseException) -> object:
    def scan(*_: object, **__: object) -> object:
        raise error

    return scan


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a run of the command line has loaded when it ends."""
    program = (
        "import sys; sys.argv[1:] = {!r}\n"
        "from ospo.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('|'.join(sys.modules), file=sys.stderr)\n"
    )
    run = [sys.executable, "-c", program.format(list(arguments))]
    source = str(Path(__file__).parents[2] / "src")
    done = subprocess.run(run, env={"PYTHONPATH": source, "OSPO_LANGUAGE": "nl"}, capture_output=True, check=True)
    return set(done.stderr.decode().splitlines()[-1].split("|"))


def test_the_version_is_said_without_loading_anything_heavy() -> None:
    assert not loaded_by("--version") & {"click", "babel", "msgspec", "yaml", "inspect", "pathlib", "ospo.i18n"}


@pytest.mark.parametrize("arguments", [["--help"], ["scan", "--help"], ["scan"], ["scna"]], ids=" ".join)
def test_help_and_errors_of_usage_wait_for_nothing_heavy(arguments: list[str]) -> None:
    heavy = {"babel", "babel.dates", "msgspec", "yaml", "rich", "jinja2", "litestar", "uvicorn", "sqlite3"}

    assert not loaded_by(*arguments) & {*heavy, "ospo.app", "ospo.checks", "ospo.git"}


def test_the_version_as_a_process() -> None:
    done = in_a_process("--version")

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"ospo ")


@pytest.mark.parametrize(
    ("arguments", "code", "out"),
    [(["--version"], None, "ospo "), (["--help"], 0, "Usage: ospo"), (["checks", "x"], 2, "")],
)
def test_the_program_leaves_with_the_code_of_its_run(
    ospo: CommandLine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int | None,
    out: str,
) -> None:
    monkeypatch.setattr(sys, "argv", ["ospo", *arguments])

    if code is None:
        main()
    else:
        with pytest.raises(SystemExit) as left:
            main()
        assert left.value.code == code
    assert capsys.readouterr().out.startswith(out)


def test_ctrl_c_before_anything_can_be_said_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["ospo", "checks"])
    monkeypatch.setattr(verbs, "run", raising(KeyboardInterrupt()))

    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 130


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_verb(ospo: CommandLine, option: str) -> None:
    answer = ospo(option)

    assert (answer.code, answer.err) == (0, "")
    assert [line.split()[0] for line in answer.out.split("Commands:\n")[1].splitlines() if line[2:3] != " "] == VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_every_verb_is_in_the_language_asked(ospo: CommandLine, verb: str) -> None:
    english, dutch = ospo(verb, "--help", "--language=en"), ospo(verb, "--language", "nl", "--help")

    assert (english.code, dutch.code) == (0, 0)
    assert f"Usage: ospo {verb} [OPTIONS]" in english.out
    assert f"Gebruik: ospo {verb} [OPTIES]" in dutch.out
    assert "Toon deze uitleg en stop." in dutch.out
    shared = set(english.out.splitlines()) & set(dutch.out.splitlines())
    same = ("ospo ", "https://", "--", "{", "[")  # what both languages write alike
    assert all(not line.strip() or line.strip().startswith(same) for line in shared), shared
    assert all(len(line) <= 80 for line in (english.out + dutch.out).splitlines())


@pytest.mark.parametrize(
    ("environment", "word"), [({"LANG": "nl_NL.UTF-8"}, "Gebruik:"), ({"LANG": "en_GB"}, "Usage:"), ({}, "Gebruik:")]
)
def test_the_language_comes_from_the_environment(
    ospo: CommandLine, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], word: str
) -> None:
    monkeypatch.delenv("OSPO_LANGUAGE")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert ospo("--help").out.startswith(word)


@pytest.mark.parametrize(
    ("arguments", "english", "dutch"),
    [
        (
            ["scna"],
            "No such command 'scna'. Did you mean 'scan'?",
            "De opdracht 'scna' bestaat niet. Bedoel je 'scan'?",
        ),
        (["zoek"], "No such command 'zoek'.", "De opdracht 'zoek' bestaat niet."),
        (["scan"], "Missing argument 'PATH...'.", "Er ontbreekt een argument: 'PAD...'."),
        (
            ["scan", "--ful", "."],
            "No such option '--ful'. Did you mean '--full'?",
            "De optie '--ful' bestaat niet. Bedoel je '--full'?",
        ),
        (
            ["scan", "--format", "xml", "."],
            f"Invalid value for '--format': 'xml' is not one of {FORMS}.",
            f"Ongeldige waarde voor '--format': 'xml' is geen van deze: {FORMS}.",
        ),
        (["scan", "--check"], "Option '--check' requires an argument.", "De optie '--check' heeft een waarde nodig."),
        (["explain"], "Missing argument 'CHECK|PRACTICE'.", "Er ontbreekt een argument: 'TOETS|PRAKTIJK'."),
        (
            ["explain", "a", "b", "c"],
            "Got unexpected extra arguments (b c)",
            "Deze argumenten zijn te veel: b c",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_an_error_of_usage_says_what_is_wrong_and_where_to_look(
    ospo: CommandLine, monkeypatch: pytest.MonkeyPatch, arguments: list[str], english: str, dutch: str
) -> None:
    verb = f"ospo {arguments[0]}" if arguments[0] in VERBS else "ospo"
    answer = ospo(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert f"Try '{verb} --help' for help.\n\nError: {english}\n" in answer.err

    monkeypatch.setenv("OSPO_LANGUAGE", "nl")
    answer = ospo(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert f"Typ '{verb} --help' voor uitleg.\n\nFout: {dutch}\n" in answer.err


def test_no_verb_shows_the_help_as_an_error_of_usage(ospo: CommandLine) -> None:
    answer = ospo()

    assert (answer.code, answer.out) == (2, "")
    assert "Commands:" in answer.err


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (NotARepository("{path}: is none", path="x"), 2, "ospo: x: is none\n"),
        (ParseError("is odd", path="a.yml", line=3), 2, "ospo: a.yml:3: is odd\n"),
        (SettingsError("set it"), 2, "ospo: set it\n"),
        (UnknownId("There is no '{id}'.", id="x"), 2, "ospo: There is no 'x'.\n"),
        (SourceError("{url}: no answer, try later", url="https://x"), 4, "ospo: https://x: no answer, try later\n"),
        (OspoError("Our own."), 3, "ospo: Our own.\n"),
        (
            ContentError([Problem("b.md", 2, "is odd"), Problem("a.md", None, "is {x}", {"x": "old"})]),
            2,
            "ospo: The knowledge base has problems (2):\na.md: is old\nb.md:2: is odd\n",
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_every_kind_of_error_has_its_exit_code_and_one_clear_sentence(
    ospo: CommandLine, monkeypatch: pytest.MonkeyPatch, error: OspoError, code: int, said: str
) -> None:
    monkeypatch.setattr(App, "scan", raising(error))

    answer = ospo("scan", ".")

    assert (answer.code, answer.out, answer.err) == (code, "", said)


def test_an_error_that_names_something_hostile_cannot_command_the_terminal(
    ospo: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(App, "scan", raising(ParseError("is odd", path="\x1b[2J\u202e.yml")))

    assert ospo("scan", ".").err == "ospo: \ufffd[2J\ufffd.yml: is odd\n"


def test_a_mistake_of_ours_leaves_a_report_to_paste_and_code_3(
    ospo: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(App, "scan", raising(ZeroDivisionError("oops")))

    answer = ospo("scan", "/geheim/pad")

    (report,) = tmp_path.glob("ospo-crash-*.md")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == (
        f"ospo: This is a mistake of ours, not of yours. Paste {report} into an issue, after reading it through.\n"
    )
    text = report.read_text("utf-8")
    assert "ZeroDivisionError: oops" in text
    assert "/geheim/pad" not in text


def test_a_mistake_of_ours_is_shown_when_it_cannot_be_written(
    ospo: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "niets"))
    monkeypatch.setattr(App, "scan", raising(ZeroDivisionError("oops")))

    answer = ospo("scan", ".")

    assert answer.code == 3
    assert "ZeroDivisionError: oops" in answer.err
    assert answer.err.endswith("Paste the text above into an issue, after reading it through.\n")


def test_ctrl_c_is_130_and_one_word(ospo: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(App, "scan", raising(KeyboardInterrupt()))

    answer = ospo("scan", ".")

    assert (answer.code, answer.out, answer.err.strip()) == (130, "", "ospo: Interrupted.")


@pytest.mark.parametrize("arguments", [["checks", "list"], ["--help"]], ids=" ".join)
def test_a_reader_that_goes_away_ends_the_program_quietly_with_141(arguments: list[str]) -> None:
    environment = {"PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    with subprocess.Popen(command(*arguments), env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        said = run.stderr.read()

    assert (run.returncode, said) == (141, b"")


def test_output_that_cannot_show_our_signs_gets_plain_ones_and_no_crash(repository: GitRepository) -> None:
    repository.commit({"main.py": "print(1)"})

    done = in_a_process("scan", repository.path, "--check", "has-ci", language="nl", PYTHONIOENCODING="cp1252")

    text = done.stdout.decode("cp1252")
    assert (done.returncode, done.stderr) == (1, b"")
    assert "\n  x Heeft continue integratie\n" in text
    assert "→" not in text
