# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is recorded of links, on disk: a line per stretch, in order, whole or not at all."""

import datetime
import json
from pathlib import Path

import pytest

from ospo import knowledge
from ospo.domain.link import LinkReason, LinkState, Look
from ospo.errors import ContentError
from python_messages import ROOT

DAY = datetime.date(2026, 11, 26)
LATER = datetime.date(2026, 12, 26)
A, B = "https://een.example/a", "https://een.example/b"


def look(address: str = A, day: datetime.date = DAY, state: LinkState = LinkState.ALIVE, status: int = 200) -> Look:
    return Look(address, day, state, LinkReason.STATUS if state is LinkState.GONE else LinkReason.ANSWERS, status)


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert knowledge.load_links(tmp_path).by_address == {}


def test_what_is_recorded_can_be_read_again(tmp_path: Path) -> None:
    knowledge.record_look(tmp_path, look())
    knowledge.record_look(tmp_path, look(day=LATER, state=LinkState.GONE, status=404))
    knowledge.record_look(tmp_path, look("https://twee.example/"))

    found = knowledge.load_links(tmp_path)

    assert [(s.state, s.first, s.last, s.status) for s in found.by_address[A]] == [
        (LinkState.ALIVE, DAY, DAY, 200),
        (LinkState.GONE, LATER, LATER, 404),
    ]
    assert set(found.by_address) == {A, "https://twee.example/"}


def test_a_file_holds_one_host_in_order_and_nothing_else(tmp_path: Path) -> None:
    for address in (B, A):
        path = knowledge.record_look(tmp_path, look(address))

    assert path == tmp_path / "links" / "een.example.jsonl"
    assert path.read_text("utf-8") == "".join(
        f'{{"address":"{address}","state":"alive","reason":"answers","first":"2026-11-26","last":"2026-11-26",'
        f'"status":200}}\n'
        for address in (A, B)
    )
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_the_order_of_the_looks_does_not_change_the_file(tmp_path: Path) -> None:
    looks = [look(A), look(B, state=LinkState.GONE, status=404), look(A, LATER)]
    for folder, order in (("een", looks), ("twee", [looks[1], looks[0], looks[2]])):
        for one in order:
            knowledge.record_look(tmp_path / folder, one)

    one, two = ((tmp_path / folder / "links" / "een.example.jsonl").read_bytes() for folder in ("een", "twee"))
    assert one == two


def test_another_look_that_shows_the_same_changes_one_date(tmp_path: Path) -> None:
    before = knowledge.record_look(tmp_path, look(A)).read_text("utf-8")
    after = knowledge.record_look(tmp_path, look(A, LATER)).read_text("utf-8")

    assert after == before.replace('"last":"2026-11-26"', '"last":"2026-12-26"')


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("een.example:8080", "een.example_8080"),
        ("[2606:4700::1111]", "_2606_4700__1111_"),
        ("..", ".."),
    ],
)
def test_no_host_leads_out_of_the_folder(tmp_path: Path, host: str, name: str) -> None:
    path = knowledge.record_look(tmp_path, look(f"https://{host}/"))

    assert path.parent == tmp_path / "links"
    assert path.name in {f"{name}.jsonl", "_.jsonl"}


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "",
        '{"address":"a"}',
        '{"address":"a","state":"hm","reason":"answers","first":"2026-11-26","last":"2026-11-26"}',
        '{"address":"a","state":"alive","reason":"answers","first":"2026-11-26","last":"2026-11-26","wie":"x"}',
    ],
)
def test_a_line_that_is_not_right_is_named_and_stays(tmp_path: Path, line: str) -> None:
    path = knowledge.record_look(tmp_path, look())
    path.write_text(path.read_text("utf-8") + line + "\n", "utf-8")
    before = path.read_bytes()

    with pytest.raises(ContentError) as caught:
        knowledge.load_links(tmp_path)
    with pytest.raises(ContentError):
        knowledge.record_look(tmp_path, look(B))

    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("observations/links/een.example.jsonl", 2)
    assert path.read_bytes() == before


def test_what_we_ship_can_be_read_and_says_nothing_of_people() -> None:
    links = knowledge.load_links(ROOT / "observations")

    assert all(stretches for stretches in links.by_address.values())
    for path in (ROOT / "observations" / "links").glob("*.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            assert set(json.loads(line)) <= {"address", "state", "reason", "first", "last", "status", "to"}
