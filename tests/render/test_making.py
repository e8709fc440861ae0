# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making pages: every kind has its view, and templates that were compiled before give the same page."""

from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment

import knowledge_base
import sites
from ospo.domain.language import Language
from ospo.domain.site import Kind, Route
from ospo.render.html import making
from ospo.store.cache import Cache

HOME = Route(Kind.HOME, "", Language.EN)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_page_has_a_view(kind: Kind) -> None:
    assert callable(making.view(kind))


def test_templates_that_were_compiled_before_make_the_same_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = sites.fictional(knowledge_base.make(tmp_path).path)
    kept = replace(fresh, keeper=Cache(tmp_path / "cache"))
    page = fresh.html(HOME)
    assert kept.html(HOME) == page

    monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
    assert replace(kept).html(HOME) == page


def test_a_template_that_cannot_be_read_is_compiled_again(tmp_path: Path) -> None:
    class Odd(Cache):
        def get(self, kind: str, key: str) -> bytes | None:
            return b"nonsense" if kind == "templates" else None

    fresh = sites.fictional(knowledge_base.make(tmp_path).path)
    assert replace(fresh, keeper=Odd(tmp_path / "cache")).html(HOME) == fresh.html(HOME)
