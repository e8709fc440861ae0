# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Observations: what goes to disk comes back, without anything about people."""

import dataclasses
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ospo import knowledge
from ospo.domain.declaration import Waiver
from ospo.domain.finding import Evidence, Finding, met, not_met
from ospo.domain.identifier import CheckId, OrganisationId
from ospo.domain.observation import ObservedRepository
from ospo.errors import ContentError

VOORBEELD = OrganisationId("gemeente-voorbeeld")
KAART = ObservedRepository(
    url="https://github.com/gemeentevoorbeeld/kaart",
    commit="c" * 40,
    committed=datetime(2026, 11, 1, 12, tzinfo=UTC),
    observed=datetime(2026, 11, 23, 9, tzinfo=UTC),
    findings=(
        Finding(CheckId("has-licence-file"), met("found", Evidence("LICENSE", 3), path="LICENSE", count=1)),
        Finding(CheckId("has-ci"), not_met("no-ci")),
    ),
)


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    other = dataclasses.replace(KAART, url="https://github.com/gemeentevoorbeeld/atlas")

    paths = knowledge.save_observations(tmp_path / "nieuw", {VOORBEELD: [KAART, other]})

    assert paths == [tmp_path / "nieuw" / "gemeente-voorbeeld.json"]
    loaded = knowledge.load_observations(tmp_path / "nieuw")
    by_name = [dataclasses.replace(r, findings=r.findings[::-1]) for r in (other, KAART)]
    assert loaded.by_organisation == {VOORBEELD: tuple(by_name)}
    assert [r.name for r in loaded.repositories()] == ["atlas", "kaart"]
    assert (KAART.account, dict(KAART.outcomes())["has-ci"]) == ("gemeentevoorbeeld", "not-met")


def test_saving_the_same_again_gives_the_same_bytes(tmp_path: Path) -> None:
    (path,) = knowledge.save_observations(tmp_path, {VOORBEELD: [KAART]})
    before = path.read_bytes()
    knowledge.save_observations(tmp_path, knowledge.load_observations(tmp_path).by_organisation)

    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["gemeente-voorbeeld.json"]


def test_nothing_that_looks_like_a_mail_address_reaches_the_disk(tmp_path: Path) -> None:
    leaking = met(
        "found",
        Evidence("teams/dev-one@voorbeeld.example.md"),
        Evidence("a\x1b[31m.md"),
        *(Evidence(f"{n}.md") for n in range(9)),
        who="dev-one@voorbeeld.example",
        path=b"caf\xe9".decode("utf-8", "surrogateescape"),
        count=2,
    )
    repository = dataclasses.replace(KAART, findings=(Finding(CheckId("names-maintainers"), leaking),))

    (path,) = knowledge.save_observations(tmp_path, {VOORBEELD: [repository]})

    assert "@" not in path.read_text("utf-8")
    (found,) = knowledge.load_observations(tmp_path).repositories()
    assert found.findings[0].verdict.values == {"count": 2}
    assert [e.path for e in found.findings[0].verdict.evidence] in ([], ["0.md"], ["0.md", "1.md", "2.md"])


def test_a_package_with_its_version_is_no_mail_address_and_a_waiver_is_kept(tmp_path: Path) -> None:
    waiver = Waiver(CheckId("releases-are-tagged"), "Uitgaven staan elders.", "product owner", date(2027, 6, 30))
    tagged = Finding(CheckId("releases-are-tagged"), met("tagged", tag="@voorbeeld/kaart@1.0.0"), waiver)
    repository = dataclasses.replace(KAART, findings=(tagged,))

    knowledge.save_observations(tmp_path, {VOORBEELD: [repository]})

    (found,) = knowledge.load_observations(tmp_path).repositories()
    assert found.findings == (tagged,)


def test_a_waiver_that_names_a_mailbox_stays_out(tmp_path: Path) -> None:
    waiver = Waiver(CheckId("releases-are-tagged"), "Vraag dev-one@voorbeeld.example.", "rol", date(2027, 6, 30))
    waived = Finding(CheckId("releases-are-tagged"), not_met("untagged"), waiver)

    knowledge.save_observations(tmp_path, {VOORBEELD: [dataclasses.replace(KAART, findings=(waived,))]})

    (found,) = knowledge.load_observations(tmp_path).repositories()
    assert found.findings[0].waiver is None


def test_a_folder_that_is_not_there_holds_no_observations(tmp_path: Path) -> None:
    assert knowledge.load_observations(tmp_path / "niets").repositories() == ()


@pytest.mark.parametrize(
    "content", [b"{", b"[]", b'{"organisation": 3}', b"\xff", b'{"organisation": "a", "extra": 1}']
)
def test_a_broken_file_is_named_with_what_to_do_and_the_others_are_looked_at_too(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "a.json").write_bytes(content)
    (tmp_path / "b.json").write_bytes(content)

    with pytest.raises(ContentError) as caught:
        knowledge.load_observations(tmp_path)

    assert [p.path for p in caught.value.problems] == ["observations/a.json", "observations/b.json"]
    assert all("make it anew with `ospo observe`" in str(p) for p in caught.value.problems)


def test_a_file_is_named_after_its_organisation(tmp_path: Path) -> None:
    (path,) = knowledge.save_observations(tmp_path, {VOORBEELD: [KAART]})
    path.rename(tmp_path / "anders.json")

    with pytest.raises(ContentError) as caught:
        knowledge.load_observations(tmp_path)
    assert [str(p) for p in caught.value.problems] == [
        "observations/anders.json: is about 'gemeente-voorbeeld': name it after that"
    ]


def test_a_write_that_fails_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (path,) = knowledge.save_observations(tmp_path, {VOORBEELD: [KAART]})
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        knowledge.save_observations(tmp_path, {VOORBEELD: [dataclasses.replace(KAART, commit="d" * 40)]})

    assert path.read_bytes() == before
