# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Commits from their raw form: the ordinary ones, and all others."""

from datetime import UTC, datetime

import pytest

from conftest import GitRepository
from ospo.domain.snapshot import Commit, Signature, Unreadable
from ospo.git import history, open_snapshot
from ospo.git.history import Parser, parse_commit, parse_signature

TREE = b"tree " + b"a" * 40
WHO = b"Dev One <dev-one@voorbeeld.example> 1700000000 +0100"
MOMENT = datetime.fromtimestamp(1700000000, UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DEV_ONE = Signature("Dev One", "dev-one@voorbeeld.example", MOMENT)


def raw(*lines: bytes, message: bytes = b"Tekst\n") -> bytes:
    return b"\n".join([*lines, b"", message])


def test_an_ordinary_commit() -> None:
    parents = [b"parent " + letter * 40 for letter in (b"b", b"c")]
    other = b"dev-two <dev-two@voorbeeld.example> 1700000060 +0000"

    commit = parse_commit("id", raw(TREE, *parents, b"author " + WHO, b"committer " + other))

    assert commit == Commit(
        "id",
        ("b" * 40, "c" * 40),
        DEV_ONE,
        Signature("dev-two", "dev-two@voorbeeld.example", datetime.fromtimestamp(1700000060, UTC)),
        "Tekst\n",
    )


@pytest.mark.parametrize(
    ("head", "signed"),
    [
        ([b"gpgsig -----BEGIN PGP SIGNATURE-----", b" abc", b" -----END PGP SIGNATURE-----"], True),
        ([b"gpgsig-sha256 x"], True),
        ([b"encoding UTF-8", b"gpgsig x"], True),
        ([b"mergetag object x", b" gpgsig x"], False),
        ([b"HG:extra gpgsig x"], False),
        ([b"gpgsignature x"], False),
        ([], False),
    ],
)
def test_whether_a_commit_carries_a_signature(head: list[bytes], signed: bool) -> None:
    ordinary = [TREE, b"author " + WHO, b"committer " + WHO, *head]
    unusual = [b"author " + WHO, b"committer " + WHO, TREE, *head]

    assert parse_commit("id", raw(*ordinary)).is_signed is signed
    assert parse_commit("id", raw(*unusual)).is_signed is signed


@pytest.mark.parametrize(
    ("encoding", "message", "text"),
    [
        (b"iso-8859-1", b"\xeb", "ë"),
        (b"utf-8", b"\xeb", "\ufffd"),
        (b"geen-codering", "ë".encode(), "ë"),
        (b"hex", b"zz", "zz"),
        (b"idna", b"\xff..", "\ufffd.."),
    ],
)
def test_the_encoding_of_a_message(encoding: bytes, message: bytes, text: str) -> None:
    lines = TREE, b"author " + WHO, b"committer " + WHO, b"encoding " + encoding

    assert parse_commit("id", raw(*lines, message=message)).message == text
    assert parse_commit("id", raw(*lines[1:], TREE, message=message)).message == text


@pytest.mark.parametrize("lines", [[], [TREE], [b"committer " + WHO], [b""], [b"tree", b"author", b"committer"]])
def test_what_is_malformed_becomes_empty(lines: list[bytes]) -> None:
    commit = parse_commit("id", raw(*lines))

    assert commit.author == Signature("", "", EPOCH)
    assert commit.committer in (Signature("", "", EPOCH), DEV_ONE)
    assert commit.parents == ()


@pytest.mark.parametrize(
    ("text", "name", "email", "moment"),
    [
        (b"Dev One <a@b> 1700000000 +0100", "Dev One", "a@b", MOMENT),
        (b"Dev  <a@b> 1700000000 +0100", "Dev ", "a@b", MOMENT),
        (b"<a@b> 1700000000 +0100", "", "a@b", MOMENT),
        (b"Dev <> 1700000000 +0100", "Dev", "", MOMENT),
        (b"Dev <a@b>", "Dev", "a@b", EPOCH),
        (b"Dev <a@b> -5 +0000", "Dev", "a@b", datetime.fromtimestamp(-5, UTC)),
        (b"Dev <a@b> 99999999999999999999 +0000", "Dev", "a@b", EPOCH),
        (b"Dev <a<b> 1700000000 +0000", "Dev", "a<b", MOMENT),
        (b"a> Dev <a@b> 1700000000 +0000", "a> Dev", "a@b", MOMENT),
        (b"Dev <a@b> 1700000000 2300000000 +0000", "Dev", "a@b", MOMENT),
        (b"caf\xe9 <a@b> 1700000000 +0100", "caf\ufffd", "a@b", MOMENT),
        (b"nobody", "", "", EPOCH),
    ],
)
def test_a_signature_alone_and_in_a_commit(text: bytes, name: str, email: str, moment: datetime) -> None:
    expected = Signature(name, email, moment)
    commit = parse_commit("id", raw(TREE, b"author " + text, b"committer " + text))

    assert parse_signature(text) == expected
    assert (commit.author, commit.committer) == (expected, expected)


def test_a_signature_of_signs_is_read_in_no_time() -> None:
    assert parse_signature(b"<" * 1_000_000).name == ""
    assert parse_commit("id", raw(TREE, b"author " + b"<" * 1_000_000)).author.name == ""


def test_a_record_of_a_listing_has_an_indented_message() -> None:
    head = b"\n".join([TREE, b"author " + WHO, b"committer " + WHO])
    record = b"f" * 40 + b"\n" + head + b"\n\n    Een\n    \n        ingesprongen\n    einde\n"

    assert Parser().listed(record).message == "Een\n\n    ingesprongen\neinde\n"


def test_a_person_is_kept_once() -> None:
    parser = Parser()
    first, second = (parser.commit(i, raw(TREE, b"author " + WHO, b"committer " + WHO)) for i in ("1", "2"))

    assert first.author.name is second.author.name
    assert first.author is first.committer


def test_all_readers_share_one_reading(repository: GitRepository) -> None:
    for number in range(5):
        repository.commit({"a": str(number)})

    with open_snapshot(repository.path) as found:
        one, other = found.commits(), found.commits()
        pairs = [next(reader) for reader in (one, other, one, one, other, one, one, other)]
        assert [c.id for c in pairs[:2]] == [repository.git("rev-parse", "HEAD")] * 2
        assert len(list(one)) == 0
        assert len(list(other)) == 2


def test_a_history_that_is_very_long_is_cut_off(repository: GitRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MAX_COMMITS", 3)
    for number in range(5):
        repository.commit({"a": str(number)})

    with open_snapshot(repository.path) as found:
        seen = []
        for _ in range(2):
            with pytest.raises(Unreadable, match="history: too-large"):
                seen += list(map(seen.append, found.commits()))
        assert len(seen) == 6
        assert found.is_whole


def test_git_may_have_begun_before_anything_is_asked(repository: GitRepository) -> None:
    commit = repository.commit({"a": "een"})

    with open_snapshot(repository.path) as found:
        found.start()
        assert [c.id for c in found.commits()] == [commit]
        assert [e.path for e in found.entries()] == ["a"]
        assert found.read("a") == b"een"
        assert found.is_whole
