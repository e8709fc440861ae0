# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo scan` from end to end, on real git repositories."""

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from command_line import CommandLine, in_a_process
from conftest import GitRepository
from knowledge_base import KnowledgeBase
from ospo import checks
from ospo.checks.licence import has_licence_file
from ospo.domain.finding import Outcome
from ospo.render import report_json

LICENCE = ["--check", "has-licence-file"]
WAIVER = """\
waivers:
  - check: has-licence-file
    reason: The owner is still choosing.
    role: product owner
    until: {until}
"""


@pytest.fixture
def clone(repository: GitRepository, tmp_path: Path) -> Callable[[str], Path]:
    """Makes a clone under a name."""

    def make(name: str) -> Path:
        repository.git("clone", "--quiet", ".", str(tmp_path / name))
        return tmp_path / name

    return make


def test_what_is_missing_is_said_with_the_next_step_and_exit_code_1(
    ospo: CommandLine, repository: GitRepository
) -> None:
    repository.commit({"main.py": "print(1)"})

    answer = ospo("scan", repository.path, *LICENCE)

    assert (answer.code, answer.err) == (1, "")
    assert answer.out.startswith(f"{repository.path} · ")
    assert "Licence\n  ✗ Has a licence file\n    There is no licence file in the root" in answer.out
    assert answer.out.endswith("That serves 2 controls.\n  ospo explain licentie-kiezen\n")


def test_what_is_in_order_is_exit_code_0(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit({"LICENSE": "EUPL-1.2"})

    answer = ospo("scan", repository.path, *LICENCE)

    assert answer.code == 0
    assert answer.out.endswith("  ✓ Has a licence file\n\n1 met\n\nNext step: nothing is left to do here.\n")


def test_every_check_gives_a_finding(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit({"README.md": "# Kaart", "main.py": "print(1)"})

    answer = ospo("scan", repository.path, "--format", "json", "--language", "nl")

    (report,) = answer.json["reports"]
    assert {f["check"] for f in report["findings"]} == set(checks.check_ids())
    assert sum(report["counts"].values()) == len(checks.check_ids())
    assert "check-crashed" not in {f["reason"] for f in report["findings"]}
    assert answer.json["language"] == "nl"
    assert answer.code == (1 if report["open"] else 0)


def test_json_follows_the_published_schema_and_is_alone_on_standard_output(
    ospo: CommandLine, repository: GitRepository, tmp_path: Path
) -> None:
    repository.commit({"main.py": "print(1)", ".ospo.yml": WAIVER.format(until="2020-01-01") + "extra: 1\n"})

    answer = ospo("scan", repository.path, tmp_path / "niets", "--format", "json", *LICENCE)

    jsonschema.Draft202012Validator(report_json.schema()).validate(answer.json)
    (report,), (failure,) = answer.json["reports"], answer.json["failures"]
    assert report["findings"][0]["waiver"]["holds"] is False
    known = "'waivers', 'statements', 'profile', 'kind', 'tier'"
    assert report["notes"] == [f".ospo.yml:6: has the unknown key 'extra': {known} mean something here"]
    assert failure["error"] == f"{tmp_path / 'niets'}: there is nothing here: check the path"
    assert answer.err == f"ospo: {failure['error']}\n"
    assert answer.code == 2


def test_json_is_utf8_whatever_the_terminal_speaks(repository: GitRepository) -> None:
    repository.commit({"ë.md": "x"})

    done = in_a_process(
        "scan", repository.path, "--format", "json", *LICENCE, language="nl", PYTHONIOENCODING="latin-1"
    )

    assert "in de hoofdmap en" in json.loads(done.stdout.decode("utf-8"))["reports"][0]["findings"][0]["message"]
    assert done.returncode == 1


def test_many_repositories_are_a_line_each_with_the_step_that_helps_most(
    ospo: CommandLine, repository: GitRepository, clone: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({"main.py": "print(1)"})
    monkeypatch.chdir(repository.path.parent)
    one, two = clone("een").name, clone("twee").name

    answer = ospo("scan", one, two, *LICENCE)

    assert answer.code == 1
    assert [line.split() for line in answer.out.splitlines()[:2]] == [
        [name, "✓", "0", "✗", "1", "?", "0", "–", "0"] for name in (one, two)
    ]
    assert answer.out.endswith(
        "Next step: 'Has a licence file' is open in 2 of 2 repositories.\n  ospo explain licentie-kiezen\n"
    )


def test_full_prints_each_report_and_then_the_summary(
    ospo: CommandLine, repository: GitRepository, clone: Callable[[str], Path]
) -> None:
    repository.commit({"main.py": "print(1)"})

    answer = ospo("scan", clone("een"), clone("twee"), "--full", *LICENCE)

    assert answer.out.count("  ✗ Has a licence file\n") == 2
    assert answer.out.count("Next step: ") == 3


def test_one_that_cannot_be_scanned_does_not_stop_the_others(
    ospo: CommandLine, repository: GitRepository, tmp_path: Path
) -> None:
    repository.commit({"LICENSE": "x"})

    answer = ospo("scan", tmp_path / "niets", repository.path, *LICENCE)

    assert answer.code == 2
    assert "✓ Has a licence file" in answer.out
    assert answer.err == f"ospo: {tmp_path / 'niets'}: there is nothing here: check the path\n"


def test_the_folder_you_stand_in_is_called_by_its_name(
    ospo: CommandLine, repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({"LICENSE": "x"})
    monkeypatch.chdir(repository.path)

    assert ospo("scan", ".", *LICENCE).out.startswith("repository · ")


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda path: None, "is not a git repository (nor a folder in one): give a clone or a bare repository"),
        (lambda path: GitRepository(path).git("init", "--quiet", "-b", "main"), "which has no commit yet: commit"),
    ],
    ids=["no repository", "no commit"],
)
def test_what_is_no_repository_is_said_in_one_sentence(
    ospo: CommandLine, tmp_path: Path, make: Callable[[Path], object], problem: str
) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    make(folder)

    answer = ospo("scan", folder)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"ospo: {folder}")
    assert problem in answer.err
    assert answer.err.count("\n") == 1


def test_an_empty_commit_can_be_scanned(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit()

    answer = ospo("scan", repository.path)

    assert (answer.code, answer.err) == (1, "")


def test_a_repository_that_may_not_be_read_is_said_in_one_sentence(
    ospo: CommandLine, repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({"a": "1"})
    exists = Path.exists

    def refuse(path: Path, **options: bool) -> bool:
        if path == repository.path / ".git" / "HEAD":
            raise PermissionError(13, "Permission denied", str(path))
        return exists(path, **options)

    monkeypatch.setattr(Path, "exists", refuse)

    answer = ospo("scan", repository.path)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"ospo: {repository.path}/.git/HEAD: may not be read: check the rights\n"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("has-licence-fil", "ospo: There is no check 'has-licence-fil'. Did you mean has-licence-file"),
        ("xyzzy", "ospo: There is no check 'xyzzy': `ospo checks list` names them all.\n"),
    ],
)
def test_a_check_that_does_not_exist_is_said_before_anything_is_scanned(
    ospo: CommandLine, tmp_path: Path, name: str, said: str
) -> None:
    answer = ospo("scan", tmp_path / "niets", "--check", name)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(said)


def test_the_same_check_twice_runs_once(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit({"LICENSE": "x"})

    assert ospo("scan", repository.path, *LICENCE, *LICENCE).out.count("Has a licence file") == 1


def test_a_check_that_breaks_is_not_known_and_the_others_go_on(
    ospo: CommandLine, repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(has_licence_file, "check", breaks)
    repository.commit({"LICENSE": "x"})

    answer = ospo("scan", repository.path, *LICENCE, "--check", "has-governance")

    assert "  ? Has a licence file\n    The check itself broke down (ZeroDivisionError)." in answer.out
    assert "Governance\n" in answer.out


@pytest.mark.parametrize(
    ("until", "code", "words"),
    [
        ("2999-12-31", 0, "! Waived until 31 December 2999 by the role product owner: The owner is still choosing."),
        ("2020-12-31", 1, "! The waiver ended on 31 December 2020 (role product owner): The owner is still choosing."),
    ],
)
def test_a_waiver_counts_while_it_holds_and_shows_that_it_ended(
    ospo: CommandLine, repository: GitRepository, until: str, code: int, words: str
) -> None:
    repository.commit({"main.py": "x", ".ospo.yml": WAIVER.format(until=until)})

    answer = ospo("scan", repository.path, *LICENCE)

    assert (answer.code, answer.err) == (code, "")
    assert words in " ".join(answer.out.split())


BOMB = "\n".join(
    ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    + [f"{n}: &{n} [{', '.join([f'*{p}'] * 10)}]" for p, n in zip("abcdefgh", "bcdefghi", strict=True)]
)


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (BOMB, ".ospo.yml:5: expands to more than 100000 values: remove the repeated aliases"),
        ("waivers: [", ".ospo.yml:1: is not valid YAML: "),
        (b"\xff\xfe\x00", ".ospo.yml: is not valid YAML: "),
        (
            "waivers:\n  - check: has-door\n    reason: x\n    role: y\n    until: 2999-01-01\n",
            ".ospo.yml:2: names 'has-",
        ),
        ("x" * 5_000_000, ".ospo.yml: cannot be read, so what it declares does not"),
    ],
    ids=["bomb", "broken", "bytes", "unknown check", "too large"],
)
def test_a_broken_file_of_waivers_is_a_note_with_its_line_and_nothing_is_waived(
    ospo: CommandLine, repository: GitRepository, content: str | bytes, note: str
) -> None:
    repository.commit({"main.py": "x", ".ospo.yml": content})

    answer = ospo("scan", repository.path, *LICENCE)

    assert (answer.code, answer.err) == (1, "")
    assert f"\n! {note}" in answer.out


def test_content_that_is_broken_is_said_before_anything_is_scanned(
    ospo: CommandLine, repository: GitRepository, base: KnowledgeBase
) -> None:
    repository.commit({"LICENSE": "x"})
    base.change("facts/voorbeeld-besluit.yaml", "status: verified", "status: sure")

    answer = ospo("scan", repository.path)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "ospo: The knowledge base has problems (1):\n"
        "facts/voorbeeld-besluit.yaml:9: 'status' must be one of: verified, secondary, unverified\n"
    )


def hostile_names(repository: GitRepository) -> None:
    blob = repository.git("hash-object", "-w", "--stdin", stdin=b"x")
    names = [b"caf\xe9.py", b"\x1b[31mrood.py", b"\xe2\x80\xaegnp.py", b"a\nb.py"]
    listing = b"".join(b"100644 " + blob.encode() + b"\t" + name + b"\0" for name in names)
    repository.git("update-index", "-z", "--index-info", stdin=listing)
    repository.git("commit", "--quiet", "-m", "x")


@pytest.mark.parametrize("form", ["text", "json"])
def test_hostile_names_in_a_repository_are_made_printable(
    ospo: CommandLine, repository: GitRepository, form: str
) -> None:
    hostile_names(repository)

    answer = ospo("scan", repository.path, "--format", form, "--check", "files-carry-reuse-information")

    answer.out.encode("utf-8")
    assert "\x1b" not in answer.out
    if form == "json":
        jsonschema.Draft202012Validator(report_json.schema()).validate(answer.json)
    else:
        assert all(line.isprintable() for line in answer.out.split("\n"))


class Terminal(io.TextIOWrapper):
    """Standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def on_a_terminal(monkeypatch: pytest.MonkeyPatch, run: Callable[[], object]) -> str:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Terminal(raw, "utf-8"))
    run()
    return raw.getvalue().decode()


@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colour_is_for_terminals_whose_user_wants_it(
    ospo: CommandLine,
    repository: GitRepository,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    is_coloured: bool,
) -> None:
    repository.commit({"main.py": "x"})
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    text = on_a_terminal(monkeypatch, lambda: ospo("scan", repository.path, *LICENCE))

    assert ("\x1b[31m✗\x1b[0m Has a licence file" in text) is is_coloured
    assert ("\x1b" in text) is is_coloured


def test_a_bar_shows_on_a_terminal_while_there_is_more_than_one_to_wait_for(
    ospo: CommandLine, repository: GitRepository, clone: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({"LICENSE": "x"})
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", Terminal(raw, "utf-8"))
    monkeypatch.setenv("TERM", "xterm")

    answer = ospo("scan", clone("een"), clone("twee"), *LICENCE)

    assert "Scanning" in raw.getvalue().decode()
    assert "Scanning" not in answer.out


def test_a_narrow_terminal_gets_narrow_lines(
    ospo: CommandLine, repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({"main.py": "x"})
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "50")

    text = on_a_terminal(monkeypatch, lambda: ospo("scan", repository.path, *LICENCE))

    assert max(len(line) for line in text.splitlines()[1:]) <= 50


def test_the_site_is_named_when_the_settings_know_it(
    ospo: CommandLine, repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({"main.py": "x"})
    monkeypatch.setenv("OSPO_SITE", "https://voorbeeld.example")

    assert ospo("scan", repository.path, *LICENCE).out.endswith(
        "\n  https://voorbeeld.example/en/practices/licentie-kiezen/\n"
    )


def test_a_scan_writes_nothing_in_the_repository(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit({"main.py": "x"})

    def state() -> dict[str, float]:
        return {str(p): p.stat().st_mtime_ns for p in repository.path.rglob("*")}

    before = state()
    ospo("scan", repository.path)
    assert state() == before


@pytest.mark.skipif(os.name == "nt", reason="asks the environment of a Unix process")
def test_a_scan_as_a_process_in_dutch(repository: GitRepository) -> None:
    repository.commit({"main.py": "print(1)"})

    done = in_a_process("scan", repository.path, *LICENCE, language="nl")

    assert (done.returncode, done.stderr) == (1, b"")
    assert "✗ Heeft een licentiebestand" in done.stdout.decode("utf-8")


def test_the_outcomes_of_the_schema_are_those_of_the_domain() -> None:
    assert set(report_json.schema()["$defs"]["Outcome"]["enum"]) == set(Outcome)


def test_what_the_owner_supplies_counts_for_its_repositories(
    ospo: CommandLine, repository: GitRepository, tmp_path: Path
) -> None:
    repository.git("remote", "add", "origin", "https://github.com/voorbeeld/kaart")
    repository.commit({"README.md": "# Kaart"})
    (tmp_path / "owner").mkdir()
    owner = GitRepository(tmp_path / "owner")
    owner.git("init", "--quiet")
    owner.git("remote", "add", "origin", "https://github.com/voorbeeld/.github")
    commit = owner.commit({"SECURITY.md": "Report a vulnerability to security@voorbeeld.example.\n"})

    alone = ospo("scan", repository.path, "--check", "has-security-policy", "--format", "json")
    with_owner = ospo(
        "scan", repository.path, "--owner", owner.path, "--check", "has-security-policy", "--format", "json"
    )

    assert alone.json["reports"][0]["findings"][0]["reason"] == "may-be-inherited"
    found = with_owner.json["reports"][0]["findings"][0]
    assert (found["outcome"], found["message"]) == ("met", f"Inherited from voorbeeld/.github@{commit[:7]}.")
    assert found["evidence"][0]["url"] == f"https://github.com/voorbeeld/.github/blob/{commit}/SECURITY.md"
