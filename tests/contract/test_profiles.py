# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The profiles that we ship: they fit, each can be read in both languages, and the example in the docs is one."""

import datetime
import re
from functools import cache
from pathlib import Path

import pytest

from ospo import checks, knowledge
from ospo.app import cataloguing, policies
from ospo.domain.declaration import RepositoryKind
from ospo.domain.keeping import FORGETFUL
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.engine import policy, profiles
from ospo.render.policy import PolicyPage
from python_messages import ROOT

TODAY = datetime.date(2026, 11, 25)
SHIPPED = sorted(path.stem for path in (ROOT / "content" / "profiles").glob("*.yaml"))


@cache
def library() -> Library:
    return knowledge.load(ROOT / "content")


def test_everything_in_them_exists_and_fits() -> None:
    assert [str(problem) for problem in policies.problems(library(), checks.check_ids(), TODAY)] == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", SHIPPED)
def test_each_is_a_policy_to_read(name: str, language: Language) -> None:
    held = next(p for p in library().profiles.values() if p.id == name)
    laid_out = policy.lay_out(library().profiles, library().norms, held.id)
    page = PolicyPage(library(), cataloguing.catalogue(FORGETFUL), language, TODAY).document(laid_out)

    assert page.startswith(f"# {held.title[language]}\n")
    assert page.count("\n- ") > 5
    assert "{" not in page


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("kind", [None, *RepositoryKind])
def test_each_asks_something_of_every_kind(name: str, kind: RepositoryKind | None) -> None:
    held = next(p for p in library().profiles.values() if p.id == name)

    assert profiles.resolve(library().profiles, library().norms, held.id, kind).asked


def test_what_nobody_decided_on_calls_itself_a_proposal() -> None:
    assert {p.id for p in library().profiles.values() if not p.is_proposal and p.source is None} == set()


def test_the_example_in_the_docs_is_a_profile_that_fits(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "add-a-profile.md").read_text("utf-8")
    example = re.search(r"```yaml\n(id: .*?)```", text, re.DOTALL)
    assert example is not None
    path = tmp_path / "gemeente-voorbeeld.yaml"
    path.write_text(example[1], "utf-8")

    assert policies.gather(library(), str(path), TODAY).asked == "gemeente-voorbeeld"
