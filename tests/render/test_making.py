# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making pages: every kind has its view, and templates that were compiled before give the same page."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError

import knowledge_base
import sites
from ospo.domain.language import Language
from ospo.domain.site import Kind, Route
from ospo.render.html import making
from ospo.store.cache import Cache

HOME = Route(Kind.HOME, "", Language.EN)


@pytest.fixture
def _nothing_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has compiled no template yet."""
    monkeypatch.setattr(making._Compiled, "_here", {})


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_page_has_a_view(kind: Kind) -> None:
    assert callable(making.view(kind))


@pytest.mark.usefixtures("_nothing_compiled")
def test_templates_that_were_compiled_before_make_the_same_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = sites.fictional(knowledge_base.make(tmp_path).path)
    kept = replace(fresh, keeper=Cache(tmp_path / "cache"))
    page = fresh.html(HOME)
    assert kept.html(HOME) == page

    monkeypatch.setattr(making._Compiled, "_here", {})  # as in another process
    monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
    assert replace(kept).html(HOME) == page


def test_a_template_is_compiled_once_for_every_site_of_a_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = sites.fictional(knowledge_base.make(tmp_path).path)
    page = fresh.html(HOME)

    monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
    assert replace(fresh).html(HOME) == page


@pytest.mark.usefixtures("_nothing_compiled")
def test_a_template_that_cannot_be_read_is_compiled_again(tmp_path: Path) -> None:
    class Odd(Cache):
        def get(self, kind: str, key: str) -> bytes | None:
            return b"nonsense" if kind == "templates" else None

    fresh = sites.fictional(knowledge_base.make(tmp_path).path)
    assert replace(fresh, keeper=Odd(tmp_path / "cache")).html(HOME) == fresh.html(HOME)


def test_what_a_template_calls_gets_what_it_was_given_and_no_more(tmp_path: Path) -> None:
    site = sites.fictional(knowledge_base.make(tmp_path).path)
    environment = making.Maker(site)._templates
    text = "{% for n in [1, 2] %}{{ take(n, *[3], also=n) }}{% endfor %}{% macro two(x) %}<{{ x }}>{% endmacro %}"
    text += "{{ two('&') }}{% call(y) each() %}{{ y }}{% endcall %}"

    def each(*, caller: Callable[[str], str]) -> str:
        return caller("a") + caller("b")

    said = environment.from_string(text).render(take=lambda *given, **named: f"{given}{named} ", each=each)
    assert said == "(1, 3){&#39;also&#39;: 1} (2, 3){&#39;also&#39;: 2} <&amp;>ab"
    with pytest.raises(UndefinedError):
        environment.from_string("{{ missing() }}").render()


@pytest.mark.usefixtures("_nothing_compiled")
def test_templates_can_be_compiled_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = replace(sites.fictional(knowledge_base.make(tmp_path).path), keeper=Cache(tmp_path / "cache"))
    making.compile_ahead(kept.keeper)

    monkeypatch.setattr(making._Compiled, "_here", {})  # as in another process
    monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
    assert "<h1" in kept.html(HOME)
