# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo register`: lists read in, decisions explained, questions and exports; nothing is fetched."""

import csv
import io
import json
from pathlib import Path

import pytest

from command_line import Answer, CommandLine
from conftest import GitRepository

DON = """{"data": [
 {"description": "Ministerie van Daan", "rooId": "1", "codeHosting": [{"url": "https://github.com/MinDaan"}]},
 {"description": "=HYPERLINK(1)", "rooId": "2", "codeHosting": [{"url": "https://github.com/formule"}]}]}"""
README = """# Open source & Dutch public sector
## Organisations
* [Ministerie van Daan](https://github.com/mindaan)
## About
By [dev-one](https://github.com/dev-one).
"""
OVERVIEW = """## Ministeries
- Ministerie van Daan [:material-github:](https://github.com/MinDaan)
## Private sector
- Netwerk [:material-github:](https://github.com/MinDaan)
"""
OWN = """made: 2026-11-26
organisation:
  name: Gemeente Voorbeeld
ospo:
  exists: yes
accounts:
  - https://github.com/gemeente-voorbeeld
"""


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    folder = tmp_path / "lijsten"
    folder.mkdir()
    for name, text in (("publishers.json", DON), ("README.md", README), ("nederlands-overzicht.md", OVERVIEW)):
        (folder / name).write_text(text, "utf-8")
    (folder / "iets-anders.txt").write_text("niets", "utf-8")
    return folder


@pytest.fixture
def register(ospo: CommandLine, lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OSPO_DATA", str(tmp_path / "data"))
    database = tmp_path / "register.db"
    assert ospo("register", "import", lists, "--database", database, "--dated", "2026-01-01").code == 0
    return database


def run(ospo: CommandLine, register: Path, *arguments: str | Path) -> Answer:
    return ospo("register", *arguments, "--database", register)


def test_a_folder_of_lists_is_read_and_each_says_what_it_gave(ospo: CommandLine, lists: Path, tmp_path: Path) -> None:
    answer = ospo("register", "import", lists, "--database", tmp_path / "r.db")

    assert answer.code == 0
    assert [line.rpartition("/")[2] for line in answer.out.splitlines()] == [
        "README.md (public-sector-nl): 3 claims, 1 entries passed over",
        "nederlands-overzicht.md (kennisbank-overview): 5 claims, 0 entries passed over",
        "publishers.json (don-publishers): 8 claims, 0 entries passed over",
    ]


def test_reading_a_list_again_comes_in_the_place_of_the_former_time(
    ospo: CommandLine, register: Path, lists: Path
) -> None:
    before = run(ospo, register, "list").out
    run(ospo, register, "import", str(lists))

    assert run(ospo, register, "list").out == before


def test_the_line_that_is_probably_wrong_is_a_question_and_its_trace_says_what_to_do(
    ospo: CommandLine, register: Path
) -> None:
    questions = run(ospo, register, "questions").out
    trace = run(ospo, register, "explain", "https://github.com/MinDaan/kaart")

    assert "only ospo-nl-kennisbank gives it to Netwerk (L4). That line is probably a mistake." in questions
    assert trace.code == 0
    assert "To do: ask ospo-nl-kennisbank to correct L4." in trace.out


def test_what_is_not_there_is_explained_and_gives_exit_code_1(ospo: CommandLine, register: Path) -> None:
    answer = run(ospo, register, "explain", "https://github.com/dev-one")

    assert answer.code == 1
    assert "L5 stands outside the list of organisations" in answer.out
    assert "read, and silent about it: don-oss-register, ospo-nl-kennisbank" in answer.out


def test_explaining_a_name_shows_every_fact_with_its_standing_age_and_sources(
    ospo: CommandLine, register: Path
) -> None:
    out = run(ospo, register, "explain", "Ministerie", "van", "Daan").out

    account = "account: https://github.com/mindaan (sources agree; at most a year old; "
    assert account in out
    assert "roo: 1 (one source; at most a year old; don-oss-register)" in out


def test_an_export_holds_every_claim_and_a_cell_is_no_formula(ospo: CommandLine, register: Path) -> None:
    whole = run(ospo, register, "export").json
    rows = list(csv.DictReader(io.StringIO(run(ospo, register, "export", "--format", "csv").out)))

    assert {source["name"] for source in whole["sources"]} == {
        "PublicSectorNL",
        "don-oss-register",
        "ospo-nl-kennisbank",
    }
    assert whole["accounts"][1]["organisations"][0]["claims"][0]["place"]
    assert "weight" not in str(whole)
    assert {"'=HYPERLINK(1)"} == {row["value"] for row in rows if "HYPERLINK" in row["value"]}
    assert run(ospo, register, "explain", "Netwerk", "--format", "json").json["known"] is True


def test_files_in_a_clone_speak_for_the_account_it_came_from(
    ospo: CommandLine, repository: GitRepository, tmp_path: Path
) -> None:
    repository.git("remote", "add", "origin", "git@github.com:Gemeente-Voorbeeld/.github.git")
    repository.commit({"ospo.yml": OWN, "docs/voorbeelden/verder/ospo.yml": "x"})
    register = tmp_path / "register.db"

    answer = run(ospo, register, "import", str(repository.path))
    claim = run(ospo, register, "export").json["accounts"][0]["organisations"][0]["claims"][0]

    assert (answer.code, answer.out.count("\n")) == (0, 1)
    assert claim["confidence"] == "declared"
    assert claim["url"].startswith("https://github.com/gemeente-voorbeeld/.github/blob/")
    assert claim["dated"] == "2026-11-26"


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(
    ospo: CommandLine, lists: Path, tmp_path: Path
) -> None:
    (lists / "publishers.json").write_text('{"codeHosting"', "utf-8")
    answer = ospo(
        "register", "import", lists, tmp_path / "weg", lists / "iets-anders.txt", "--database", tmp_path / "r.db"
    )

    assert answer.code == 1
    assert len(answer.out.splitlines()) == 2
    assert "publishers.json:1: is no JSON" in answer.err
    assert "there is nothing here" in answer.err
    assert "no importer knows this file" in answer.err


@pytest.mark.parametrize("verb", ["explain", "import", "check"])
def test_a_verb_that_needs_something_says_so(ospo: CommandLine, verb: str) -> None:
    assert ospo("register", verb).code == 2


def test_an_empty_register_says_how_to_fill_it(ospo: CommandLine, tmp_path: Path) -> None:
    answer = run(ospo, tmp_path / "leeg.db", "list")

    assert answer.code == 2
    assert "ospo register import FILE" in answer.err


def test_a_kind_that_does_not_exist_names_those_that_do(ospo: CommandLine, lists: Path, tmp_path: Path) -> None:
    answer = ospo("register", "import", lists, "--kind", "geen", "--database", tmp_path / "r.db")

    assert answer.code == 2
    assert "don-publishers" in answer.err


def test_a_declaration_is_checked_to_line_and_column_in_both_languages(ospo: CommandLine, tmp_path: Path) -> None:
    good, bad = tmp_path / "ospo.yml", tmp_path / "fout.yml"
    good.write_text(OWN, "utf-8")
    bad.write_text(OWN.replace("exists: yes", "exists: soms"), "utf-8")

    answer = ospo("register", "check", good, bad)
    dutch = ospo("register", "check", bad, "--language", "nl")

    assert answer.code == 1
    assert answer.out.splitlines() == [f"{good}: in order.", f"{bad}:5:3: 'ospo.exists' is yes or no"]
    assert dutch.out == f"{bad}:5:3: 'ospo.exists' is yes of no\n"


def test_the_example_in_the_documentation_is_in_order(ospo: CommandLine, tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "ospo-yml-organisation.md").read_text("utf-8")
    path = tmp_path / "ospo.yml"
    path.write_text(page.partition("```yaml\n")[2].partition("```")[0], "utf-8")

    assert ospo("register", "check", path).out == f"{path}: in order.\n"


def test_a_claim_by_hand_stands_beside_the_lists_with_its_source_and_date(ospo: CommandLine, register: Path) -> None:
    said = ("Gemeente Voorbeeld", "https://github.com/voorbeeld", "kind=municipality", "--source", "brief")

    answer = run(ospo, register, "add", *said, "--dated", "2026-05-01", "--url", "https://voorbeeld.example/brief")
    trace = run(ospo, register, "explain", "https://github.com/voorbeeld")

    assert (answer.code, answer.out) == (0, "brief: 3 claims about Gemeente Voorbeeld\n")
    assert "- brief (of 2026-05-01; read " in trace.out
    assert "account: https://github.com/voorbeeld (by hand)" in trace.out


def test_what_was_added_can_be_withdrawn_in_part_or_whole(ospo: CommandLine, register: Path) -> None:
    name, source = "Gemeente Voorbeeld", ("--source", "brief")
    run(ospo, register, "add", name, "https://github.com/voorbeeld", "kind=municipality", *source)

    part = run(ospo, register, "withdraw", name, "kind=municipality", *source)
    whole = run(ospo, register, "withdraw", name, *source)
    nothing = run(ospo, register, "withdraw", name, *source)

    assert (part.code, part.out) == (0, "brief: 1 claims about Gemeente Voorbeeld count no longer\n")
    assert (whole.code, whole.out) == (0, "brief: 2 claims about Gemeente Voorbeeld count no longer\n")
    assert nothing.code == 1
    assert run(ospo, register, "explain", "https://github.com/voorbeeld").code == 1


@pytest.mark.parametrize(
    "said",
    [("Gemeente Voorbeeld",), ("Gemeente Voorbeeld", "oin=1", "--source", "brief"), ("X", "y=z", "--source", "b")],
)
def test_a_claim_that_cannot_be_used_is_told_and_not_kept(
    ospo: CommandLine, register: Path, said: tuple[str, ...]
) -> None:
    before = run(ospo, register, "export").out

    answer = run(ospo, register, "add", *said)

    assert (answer.code, answer.out) == (2, "")
    assert run(ospo, register, "export").out == before


def test_what_a_crawl_saw_is_in_the_trace_with_the_field_that_failed(
    ospo: CommandLine, register: Path, repository: GitRepository
) -> None:
    repository.git("remote", "add", "origin", "https://github.com/MinDaan/kaart.git")
    repository.commit({"README.md": "# Kaart", "publiccode.yml": "publiccodeYmlVersion: '0'\nname: Kaart\n"})
    before = run(ospo, register, "explain", "https://github.com/mindaan/kaart")
    assert ospo("crawl", repository.path.parent, "--database", register, "--processes", "1").code == 0

    trace = run(ospo, register, "explain", "https://github.com/mindaan/kaart")
    account = run(ospo, register, "explain", "https://github.com/mindaan")
    whole = run(ospo, register, "explain", "https://github.com/mindaan/kaart", "--format", "json").json
    dutch = run(ospo, register, "explain", "https://github.com/mindaan/kaart", "--language", "nl")

    assert "no crawl looked at https://github.com/mindaan yet" in before.out
    assert "- https://github.com/mindaan/kaart can be read, since " in trace.out
    assert "has-valid-publiccode: publiccode.yml is not valid: " in trace.out
    assert "To do in https://github.com/mindaan/kaart: Add `" in trace.out
    assert "of https://github.com/mindaan a crawl found: 1 can be read" in account.out
    [found] = [s["finding"] for s in whole["steps"] if s["kind"] == "finding" and "valid" in s["finding"]["check"]]
    assert (found["outcome"], found["reason"], found["values"]["path"]) == ("not-met", "key-missing", "publiccode.yml")
    assert "Te doen in https://github.com/mindaan/kaart: " in dutch.out


def test_a_register_with_only_a_crawl_can_be_explained(
    ospo: CommandLine, repository: GitRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSPO_DATA", str(tmp_path / "data"))
    repository.git("remote", "add", "origin", "https://github.com/MinDaan/kaart.git")
    repository.commit({"README.md": "# Kaart"})
    database = tmp_path / "alleen.db"
    ospo("crawl", repository.path.parent, "--database", database, "--processes", "1")

    answer = ospo("register", "explain", "https://github.com/mindaan/kaart", "--database", database)

    assert answer.code == 1
    assert "- https://github.com/mindaan/kaart can be read" in answer.out


def test_an_export_has_the_documents_of_the_repositories_that_were_crawled(
    ospo: CommandLine, register: Path, repository: GitRepository
) -> None:
    repository.git("remote", "add", "origin", "https://github.com/MinDaan/kaart.git")
    contact = "maintenance:\n  contacts:\n    - {name: Iemand, email: iemand@voorbeeld.nl}\n"
    repository.commit({"publiccode.yml": f"publiccodeYmlVersion: '0'\nname: Kaart\n{contact}"})
    ospo("crawl", repository.path.parent, "--database", register, "--processes", "1")

    answer = run(ospo, register, "export", "--format", "publiccode")

    [software] = [s for p in answer.json["publishers"] for s in p["software"]]
    assert (software["url"], software["valid"]) == ("https://github.com/mindaan/kaart", False)
    assert software["publiccode"] == {"publiccodeYmlVersion": "0", "name": "Kaart", "maintenance": {}}
    assert "Iemand" not in answer.out


def test_exports_for_other_registers(ospo: CommandLine, register: Path) -> None:
    don = run(ospo, register, "export", "--format", "don").json
    dcat = run(ospo, register, "export", "--format", "dcat", "--site", "https://voorbeeld.example/ospo/").json
    without = run(ospo, register, "export", "--format", "dcat")
    elsewhere = run(ospo, register, "list", "--format", "don")

    assert [p["description"] for p in don["data"]] == ["=HYPERLINK(1)", "Ministerie van Daan"]
    assert dcat["@graph"][0]["foaf:homepage"] == {"@id": "https://voorbeeld.example/ospo/"}
    assert without.code == elsewhere.code == 2
    assert "--site" in without.err


def test_a_dump_holds_the_register_and_the_claims(ospo: CommandLine, register: Path, tmp_path: Path) -> None:
    answer = run(ospo, register, "dump", tmp_path / "dump")

    names = [file["name"] for file in json.loads((tmp_path / "dump" / "manifest.json").read_text("utf-8"))["files"]]
    assert answer.code == 0
    assert {name.partition("/")[2] for name in names} >= {"claims.jsonl.gz", "register.json.gz", "findings.jsonl.gz"}


def test_a_crawl_can_start_from_the_register(
    ospo: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSPO_DATA", str(tmp_path / "data"))
    database = tmp_path / "register.db"
    said = ("Proef", "account=https://elders.proef.example/groep", "--source", "brief")
    ospo("register", "add", *said, "--database", database)

    answer = ospo("crawl", "--register", "--database", database, "--processes", "1")

    assert answer.code == 0
    assert "0 accounts of the register are crawled." in answer.err
    assert "1 others stand on a forge that we have no client for" in answer.err
    assert ospo("crawl", "--database", database).code == 2
