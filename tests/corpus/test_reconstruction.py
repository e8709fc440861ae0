# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, date, datetime

import pytest

from corpus.reconstruction import Piece, Reconstruction, Row
from ospo.domain.snapshot import Kind
from ospo.formats import licence_text, people


def test_a_text_that_ships_is_cut_changed_and_wrapped() -> None:
    piece = Piece(text="EUPL-1.2", words=4, replace={"UNION": "CLUB"}, before="<", after=">")

    assert piece.written() == "<EUROPEAN CLUB PUBLIC LICENCE>"


def test_what_is_not_there_cannot_be_replaced() -> None:
    with pytest.raises(ValueError, match="'b' is not there"):
        Piece(content="a", replace={"b": "c"}).written()


@pytest.mark.parametrize("licence", ["Apache-2.0", "CC0-1.0", "EPL-2.0", "EUPL-1.2", "GPL-3.0", "MIT"])
def test_a_licence_is_written_whole(licence: str) -> None:
    (found,) = licence_text.read(Piece(text=licence).written()).found

    assert (found.id, found.differing) == (licence, 0)


def test_files_are_numbered_and_keep_their_kind() -> None:
    rebuilt = Reconstruction(files={"a{}.py": Piece(count=2), "link": Piece("a0.py", kind=Kind.SYMLINK), "{}.md": ""})

    kinds = {entry.path: entry.kind for entry in rebuilt.snapshot("voorbeeld/project").entries()}

    assert kinds == {"a0.py": Kind.FILE, "a1.py": Kind.FILE, "link": Kind.SYMLINK, "{}.md": Kind.FILE}


def test_history_runs_from_new_to_old_before_the_commit() -> None:
    rows = (Row(n=1, days=40, bot=True), Row(who=(2, 1), days="0-20", signed="self"))

    snapshot = Reconstruction(committed=date(2026, 3, 31), commits=rows).snapshot("voorbeeld/project")

    assert [c.committer.when.date().isoformat() for c in snapshot.commits()] == [
        *("2026-03-31", "2026-03-21", "2026-03-11", "2026-02-19")
    ]
    assert [people.is_bot(c.author) for c in snapshot.commits()] == [False, False, False, True]
    assert [c.author.name for c in snapshot.commits()][:3] == ["dev-1", "dev-1", "dev-2"]


def test_tags_run_from_new_to_old_with_undated_ones_last() -> None:
    rebuilt = Reconstruction(committed=date(2026, 3, 31), tags={"c": None, "a": 30, "b": date(2026, 3, 2)})

    tags = rebuilt.snapshot("voorbeeld/project").tags()

    assert [(tag.name, tag.when) for tag in tags] == [
        ("b", datetime(2026, 3, 2, 12, tzinfo=UTC)),
        ("a", datetime(2026, 3, 1, 12, tzinfo=UTC)),
        ("c", None),
    ]
