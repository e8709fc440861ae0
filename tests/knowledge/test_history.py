# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""observations/history/: what was written is read again, and a file that is something else is named."""

import datetime
from pathlib import Path

import pytest

from ospo import knowledge
from ospo.domain.crawled import LookedBack
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId, OrganisationId
from ospo.errors import ContentError

DAYS = (datetime.date(2024, 1, 1), datetime.date(2025, 1, 1))
CI = CheckId("has-ci")
LOOK = LookedBack(DAYS, ("a" * 40, "b" * 40), {CI: "nm", CheckId("has-licence-file"): " u"})
NOW = datetime.datetime(2026, 11, 26, tzinfo=datetime.UTC)


def test_what_was_written_is_read_again_by_the_normal_address(tmp_path: Path) -> None:
    paths = knowledge.save_history(tmp_path, NOW, {OrganisationId("een"): [("https://github.com/Een/Kaart", LOOK)]})

    assert [path.relative_to(tmp_path).as_posix() for path in paths] == ["history/een.json"]
    assert knowledge.load_history(tmp_path) == {"https://github.com/een/kaart": LOOK}


def test_no_folder_is_no_history(tmp_path: Path) -> None:
    assert knowledge.load_history(tmp_path) == {}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"organisation": "een"}', b"\xff\xfe"])
def test_a_file_that_is_something_else_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "history").mkdir()
    (tmp_path / "history" / "een.json").write_bytes(content)

    with pytest.raises(ContentError) as error:
        knowledge.load_history(tmp_path)
    assert "observations/history/een.json" in str(error.value)


def test_a_look_gives_the_outcomes_of_each_day() -> None:
    assert LOOK.at(0) == {CI: Outcome.NOT_MET}
    assert LOOK.at(1) == {CI: Outcome.MET, CheckId("has-licence-file"): Outcome.UNKNOWN}
    assert LOOK.at(7) == {}


def test_the_history_that_is_shipped_is_of_repositories_and_checks_that_exist() -> None:
    import sites

    app = sites.app()
    known = {repository.url.lower() for repository in app.observations.repositories()}
    shipped = knowledge.load_history(app.settings.observations)

    assert len(shipped) > 100
    assert {url for url in shipped if url.lower() not in known} == set()
    for look in shipped.values():
        assert list(look.days) == sorted(look.days)
        assert {len(letters) for letters in look.outcomes.values()} == {len(look.days)}
        assert set("".join(look.outcomes.values())) <= set("mnua ")
