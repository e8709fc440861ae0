# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our Markdown as HTML: safe, with facts, terms and links of the knowledge base."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup

import knowledge_base
from html_pages import read
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.render.html import prose as rendering
from ospo.render.html.prose import Prose, inline, slug, with_gaps


@pytest.fixture
def prose(tmp_path: Path) -> Prose:
    library = knowledge_base.make(tmp_path).load()
    return Prose(library, Language.EN, lambda kind, name: f"/en/{kind}/{name}", lambda text, **_: text)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "[click](javascript:alert(1))",
        "[click](data:text/html;base64,PHNjcmlwdD4=)",
        "[click](vbscript:x)",
        "<style>body{display:none}</style>",
        "[a](https://voorbeeld.example/\"onmouseover=\"alert(1))",
        "{begrip:licentie|<script>alert(1)</script>}",
        "```html\n<script>alert(1)</script>\n```",
    ],
)  # fmt: skip
def test_hostile_text_does_nothing(prose: Prose, hostile: str) -> None:
    page = read(prose.html(hostile))
    assert not page.all("script")
    assert not page.all("style")
    assert not page.all("img")
    assert all(link.startswith(("https:", "/en/", "#")) for link in page.links)
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)


def test_a_fact_is_its_sentence_with_a_mark_that_leads_to_its_source(prose: Prose) -> None:
    html = prose.html("Before. {feit:voorbeeld-besluit} After. {feit:voorbeeld-besluit}")
    page = read(html)
    assert "decided on 1 May 2026" in html
    assert page.links == ["#fact-voorbeeld-besluit"] * 2
    assert [fact.id for fact in prose.facts] == ["voorbeeld-besluit"]
    assert "source 1" in page.text
    assert "tag--due" not in html


def test_a_fact_that_is_not_verified_says_so(prose: Prose) -> None:
    assert '<span class="tag tag--due">unverified</span>' in prose.html("{feit:geschat-aantal}")


def test_facts_are_numbered_in_the_order_of_the_text(prose: Prose) -> None:
    prose.html("{feit:geschat-aantal} {feit:voorbeeld-besluit}")
    assert [fact.id for fact in prose.facts] == ["geschat-aantal", "voorbeeld-besluit"]


def test_a_term_leads_to_the_glossary_also_in_a_table(prose: Prose) -> None:
    page = read(prose.html("{begrip:toets}\n\n| a | b |\n|---|---|\n| {begrip:licentie|your licence} | two |"))
    assert page.links == ["/en/glossary/#toets", "/en/glossary/#licentie"]
    assert len(page.all("td")) == 2


def test_a_term_is_explained_where_it_is_used_first_and_after_that_in_the_glossary(prose: Prose) -> None:
    html = prose.html("A {begrip:licentie|permit}, or {begrip:licentie}.") + prose.html("{begrip:licentie}")
    page = read(html)
    assert page.all("button") == [{"type": "button", "class": "term", "popovertarget": "term-licentie"}]
    assert page.all("span") == [{"class": "explanation", "id": "term-licentie", "popover": ""}]
    assert ">permit</button>" in html
    assert "<strong>licence</strong> What others may do with your work. <a " in html
    assert page.links == ["/en/glossary/#licentie"] * 3
    assert not page.unclosed


def test_what_a_term_says_is_text(tmp_path: Path) -> None:
    base = knowledge_base.make(tmp_path)
    base.change("glossary.yaml", "What others may do with your work.", "<img src=x> & <b>more</b>")
    made = Prose(base.load(), Language.EN, lambda kind, name: f"/{kind}", lambda text, **_: text)
    html = made.html("{begrip:licentie}")
    assert "&lt;img src=x&gt; &amp; &lt;b&gt;more&lt;/b&gt;" in html
    assert not read(html).all("img")


def test_an_unknown_term_is_just_its_words(prose: Prose) -> None:
    assert prose.term("no-such", "some <words>") == Markup("some &lt;words&gt;")
    assert prose.term("no-such", None) == "no-such"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("open-werken", "/en/practice/open-werken"),
        ("check:has-ci", "/en/check/has-ci"),
        ("norm:voorbeeldnorm", "/en/norm/voorbeeldnorm"),
        ("page:over", "/en/page/over"),
        ("https://voorbeeld.example/", "https://voorbeeld.example/"),
        ("no-such-practice", "no-such-practice"),
        ("other:thing", "other:thing"),
        ("#here", "#here"),
    ],
)
def test_links_of_ours_are_resolved(prose: Prose, target: str, expected: str) -> None:
    assert prose.resolve(target) == expected


def test_code_is_left_alone_and_can_be_scrolled_by_keyboard(prose: Prose) -> None:
    html = prose.html("`{feit:x}`\n\n```yaml\npermissions: {begrip:x|y}\n```\n\n1. one\n2. two\n\n- three")
    page = read(html)
    assert "{feit:x}" in html
    assert "{begrip:x|y}" in html
    assert page.all("pre") == [{"class": "utrecht-code-block", "tabindex": "0"}]
    classes = [a["class"] for a in page.all("li")]
    assert classes == ["utrecht-ordered-list__item"] * 2 + ["utrecht-unordered-list__item"]


def test_a_text_is_cut_at_its_headings(prose: Prose) -> None:
    found = prose.sections("Intro.\n\n## Wet & norm\n\nA.\n\n### Één\n\nB.\n")
    assert [(anchor, title) for anchor, title, _ in found] == [("", ""), ("wet-norm", "Wet & norm")]
    assert '<h3 id="een" class="utrecht-heading-3">' in found[1][2].replace(
        'class="utrecht-heading-3" id="een"', 'id="een" class="utrecht-heading-3"'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("run `a <b>` now", 'run <code class="utrecht-code">a &lt;b&gt;</code> now'),
        ("odd ` tick <", "odd ` tick &lt;"),
        ("plain & simple", "plain &amp; simple"),
    ],
)
def test_one_line_of_text_may_hold_code(text: str, expected: str) -> None:
    assert inline(text) == expected


def test_a_value_that_is_not_known_is_an_ellipsis() -> None:
    assert with_gaps("the newest is {tag} of ${{ x }}") == "the newest is … of ${{ x }}"


@pytest.mark.parametrize(("title", "expected"), [("Wet en norm", "wet-en-norm"), ("Één café!", "een-cafe"), ("?", "")])
def test_anchors_are_plain(title: str, expected: str) -> None:
    assert slug(title) == expected


PIECES = [
    "woord ",
    "- ",
    "\n",
    "\n\n",
    "# ",
    "1. ",
    "`x`",
    "*",
    "_",
    "[a](b)",
    "<b>",
    "&amp;",
    "\\",
    "!",
    "~",
    "| a |",
    "é",
    " ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_plain_words_come_out_as_when_they_are_read_like_all_others(text: str) -> None:
    ours = rendering._parser()
    theirs = MarkdownIt("commonmark", {"html": False}, renderer_cls=rendering._Renderer).enable("table")
    theirs.inline.ruler.before("text", "reference", rendering._token_rule)
    empty = Library(**{field.name: {} for field in fields(Library)})
    made = Prose(empty, Language.NL, lambda kind, name: name, lambda text, **_: text)

    assert ours.render(text, {"prose": made}) == theirs.render(text, {"prose": made})


_ATTRIBUTE = re.compile(r' (?:class|id|scope|tabindex|style)="[^"]*"')
MARKDOWN = [
    "# a\n\n## b", "hr\n\n---\n", "> q\n> - x\n>   > y", "1. a\n\n   b\n3. c", "- a\n- b\n\n  - c", "- \n- d",
    "a  \nb\\\nc", "set\n===", "    code", "```yaml\na: 1\n```", "|a|b|\n|-|:-:|\n|1|2|", "*a* **b** `c`",
    "[x](https://voorbeeld.example \"t\")", "![p](p.png)",
]  # fmt: skip


@pytest.mark.parametrize("markdown", MARKDOWN)
def test_every_block_comes_out_as_the_renderer_of_markdown_it_has_it(prose: Prose, markdown: str) -> None:
    theirs = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).enable("table").render(markdown)
    ours = rendering._parser().render(markdown, {"prose": prose})
    assert _ATTRIBUTE.sub("", ours).replace(" />", ">") == _ATTRIBUTE.sub("", theirs)
