# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading content/redirects.yaml."""

import datetime
from pathlib import Path

import pytest

import knowledge_base
from ospo.domain.redirect import Redirect

ENTRY = "- {was: practices/oud, now: practices/licentie-kiezen, since: 2026-11-26}\n"


def test_without_the_file_there_are_none(tmp_path: Path) -> None:
    base = knowledge_base.make(tmp_path)
    base.remove("redirects.yaml")

    assert base.load().redirects == {}


def test_an_empty_list_is_in_order(tmp_path: Path) -> None:
    base = knowledge_base.make(tmp_path)
    base.write("redirects.yaml", "# Nog geen.\n[]\n")

    assert base.load().redirects == {}


def test_an_entry_is_read(tmp_path: Path) -> None:
    base = knowledge_base.make(tmp_path)
    base.write("redirects.yaml", ENTRY)

    expected = Redirect("practices/oud", "practices/licentie-kiezen", datetime.date(2026, 11, 26))
    assert base.load().redirects == {"practices/oud": expected}


def test_an_address_that_is_given_up_twice_is_told(tmp_path: Path) -> None:
    base = knowledge_base.make(tmp_path)
    base.write("redirects.yaml", ENTRY + ENTRY)

    assert [p for p in base.problems() if "redirects 'practices/oud' twice" in p]


@pytest.mark.parametrize(
    "was",
    [
        "/nl/practices/oud/",
        "practices/../geheim",
        "",
        "practices/oud?x=1",
        "https://voorbeeld.example/",
    ],
)
def test_what_is_no_address_of_ours_is_refused(tmp_path: Path, was: str) -> None:
    base = knowledge_base.make(tmp_path)
    base.write("redirects.yaml", f"- {{was: '{was}', now: practices, since: 2026-11-26}}\n")

    assert len(base.problems()) == 1
    assert base.problems()[0].startswith("redirects.yaml")
