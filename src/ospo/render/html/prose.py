# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Markdown of ours to safe HTML: component classes, facts with their source mark, terms and links of the base."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup, escape

from ospo.domain.identifier import FactId, PracticeId, TermId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.page import Fact, FactStatus
from ospo.domain.site import Kind
from ospo.formats import references
from ospo.formats.headings import slug

_CLASSES = {
    "h2": "utrecht-heading-2",
    "h3": "utrecht-heading-3",
    "h4": "utrecht-heading-4",
    "p": "utrecht-paragraph",
    "ul": "utrecht-unordered-list",
    "ol": "utrecht-ordered-list",
    "table": "utrecht-table",
    "a": "utrecht-link utrecht-link--html-a",
    "code": "utrecht-code",
}
_SHARED = {"class", "id"}
_ALLOWED: dict[str, set[str]] = dict.fromkeys(("p", "ul", "ol", "li", "table", "code", "span", "h2", "h3"), _SHARED)
_ALLOWED |= {
    "a": {*_SHARED, "href"},
    "pre": {"class", "tabindex"},
    "ol": {*_SHARED, "start"},
    "th": {"scope"},
    "h4": _SHARED,
    "sup": _SHARED,
    "div": {"class"},
    "span": {*_SHARED, "popover"},
    "button": {"class", "type", "popovertarget"},
}
_HIDES_BAR = re.compile(r"\{[^}\n]*\|")
_BAR = "\x1f"  # stands for a bar in a reference while the Markdown is read
_BREAK = "\n"
_GAP = re.compile(r"\{\w+\}")
_MARKED = re.compile(r"[\n\\`*_\[\]!<>&{~]")  # what any rule for the text of a block begins with, and some more
_cleaner = nh3.Cleaner(
    tags=nh3.ALLOWED_TAGS | {"button"},
    attributes=_ALLOWED,
    link_rel="noopener",
    url_schemes={"https", "http", "mailto"},
)


@dataclass
class Prose:
    """Renders the texts of one page; collects the facts it cites, in order, for the list below the text."""

    library: Library
    language: Language
    link: Callable[[Kind, str], str]
    say: Callable[..., str]
    check_titles: Mapping[str, str] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    _numbers: dict[FactId, int] = field(default_factory=dict)
    _explained: set[TermId] = field(default_factory=set)

    def html(self, markdown: str) -> Markup:
        """Safe HTML of a Markdown text."""
        shielded = references.rewrite(markdown, _shield) if _HIDES_BAR.search(markdown) else markdown
        rendered = _parser().render(shielded, {"prose": self})
        return Markup(_cleaner.clean(rendered))  # noqa: S704 - cleaned right here

    def sections(self, markdown: str) -> list[tuple[str, str, Markup]]:
        """The text cut at its second-level headings: anchor, heading, HTML of what is below it."""
        found = []
        for part in re.split(r"^(?=## )", markdown.strip(), flags=re.M):
            head, _, body = part.partition("\n")
            if part.startswith("## "):
                title = head.removeprefix("## ").strip()
                found.append((slug(title), title, self.html(body)))
            elif part.strip():
                found.append(("", "", self.html(part)))
        return found

    def fact(self, fact_id: str) -> Markup:
        """A fact as a sentence with a mark that leads to its source; unverified ones say so."""
        fact = self.library.facts[FactId(fact_id)]
        number = self._numbers.setdefault(fact.id, len(self._numbers) + 1)
        if number > len(self.facts):
            self.facts.append(fact)
        note = ""
        if fact.status is not FactStatus.VERIFIED:
            note = f' <span class="tag tag--due">{escape(self.say(fact.status.value))}</span>'
        return Markup(  # noqa: S704 - every part is escaped
            f'{escape(fact.text[self.language])}{note}<sup class="fact-mark">'
            f'<a class="utrecht-link utrecht-link--html-a" href="#fact-{escape(fact.id)}">'
            f'<span class="visually-hidden">{escape(self.say("source"))} </span>{number}</a></sup>'
        )

    def term(self, term_id: str, shown: str | None) -> Markup:
        """A word with its explanation: the first time in place, opened by a button, after that in the glossary."""
        term = self.library.terms.get(TermId(term_id))
        words = shown or (term.term[self.language] if term else term_id)
        if term is None:
            return escape(words)
        href = escape(f"{self.link(Kind.GLOSSARY, '')}#{term_id}")
        start = f'<a class="utrecht-link utrecht-link--html-a term" href="{href}">'
        if term.id in self._explained:
            return Markup(f"{start}{escape(words)}</a>")  # noqa: S704 - both are escaped
        self._explained.add(term.id)
        place, more = escape(f"term-{term.id}"), escape(self.say("More in the list of terms"))
        return Markup(  # noqa: S704 - every part is escaped
            f'<button type="button" class="term" popovertarget="{place}">{escape(words)}</button>'
            f'<span class="explanation" id="{place}" popover=""><strong>{escape(term.term[self.language])}</strong> '
            f"{escape(term.definition[self.language])} {start}{more}</a></span>"
        )

    def resolve(self, target: str) -> str:
        """Where a link of ours leads."""
        found = references.link_target(target)
        if found is None:
            return target
        kind, name = found
        kinds = {"practice": Kind.PRACTICE, "check": Kind.CHECK, "norm": Kind.NORM, "page": Kind.PAGE}
        if kind not in kinds or (kind == "practice" and PracticeId(name) not in self.library.practices):
            return target
        _, hash_sign, anchor = target.partition("#")
        return f"{self.link(kinds[kind], name)}{hash_sign}{anchor}"


def inline(text: str) -> Markup:
    """One line of plain text in which only `code` between back-ticks is marked up."""
    parts = text.split("`")
    if len(parts) % 2 == 0 or len(parts) == 1:
        return escape(text)
    made = [f'<code class="utrecht-code">{escape(p)}</code>' if n % 2 else str(escape(p)) for n, p in enumerate(parts)]
    return Markup("".join(made))  # noqa: S704 - every part is escaped


def with_gaps(message: str) -> Markup:
    """A message, in one line, with an ellipsis where a value is not known."""
    return inline(_GAP.sub("…", message))


def _shield(text: str) -> str:
    """The text with the bars inside our references hidden, so that they do not part the cells of a table."""
    return references.TOKEN.sub(lambda token: token[0].replace("|", _BAR), text)


def _token_rule(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "{":
        return False
    found = references.TOKEN.match(state.src.replace(_BAR, "|"), state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.meta = found.groupdict()
    state.pos = found.end()
    return True


def _inline_rule(state: StateCore) -> None:
    """Read the text of every block; most are plain words, which need no reading."""
    for token in state.tokens:
        if token.type == "inline":
            token.children = token.children or []
            if _MARKED.search(token.content):
                state.md.inline.parse(token.content, state.md, state.env, token.children)
            elif token.content:
                token.children.append(Token("text", "", 0, content=token.content))


def _goes_on(tokens: Sequence[Token], idx: int) -> bool:
    """Whether what stands in a block begins on the line of its tag."""
    if tokens[idx].nesting != 1 or idx + 1 == len(tokens):
        return False
    after = tokens[idx + 1]
    return after.type == "inline" or after.hidden or (after.nesting == -1 and after.tag == tokens[idx].tag)


class _Renderer(RendererHTML):
    """HTML with the classes of our components."""

    def renderToken(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:  # noqa: N802
        """What the renderer of markdown-it gives, with our classes; in few steps, because a page has hundreds."""
        token = tokens[idx]
        if token.hidden:
            return ""
        if token.nesting == -1:
            return f"</{token.tag}>\n" if token.block else f"</{token.tag}>"
        if token.nesting == 1 and token.tag in _CLASSES:
            token.attrJoin("class", _CLASSES[token.tag])
        if token.type == "th_open":
            token.attrSet("scope", "col")
        if token.type == "link_open":
            token.attrSet("href", env["prose"].resolve(str(token.attrGet("href") or "")))
        attributes = "".join([f' {name}="{escapeHtml(str(value))}"' for name, value in token.attrs.items()])
        if not token.block:
            return f"<{token.tag}{attributes}>"
        start = "\n" if idx and tokens[idx - 1].hidden else ""
        return f"{start}<{token.tag}{attributes}>{'' if _goes_on(tokens, idx) else _BREAK}"

    def reference(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        meta = tokens[idx].meta
        prose: Prose = env["prose"]
        if meta["kind"] == "feit":
            return str(prose.fact(meta["id"]))
        return str(prose.term(meta["id"], meta["words"]))

    def code_inline(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f'<code class="utrecht-code">{escape(tokens[idx].content)}</code>'

    def fence(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        code = escape(tokens[idx].content)
        inner = f'<code class="utrecht-code-block__content">{code}</code>'
        return f'<pre class="utrecht-code-block" tabindex="0">{inner}</pre>\n'

    def heading_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        tokens[idx].attrSet("id", slug(tokens[idx + 1].content))
        return self.renderToken(tokens, idx, options, env)

    def list_item_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        tokens[idx].attrSet(
            "class", "utrecht-unordered-list__item" if tokens[idx].markup in "-*+" else "utrecht-ordered-list__item"
        )
        return self.renderToken(tokens, idx, options, env)


_made: list[MarkdownIt] = []


def _parser() -> MarkdownIt:
    if not _made:
        parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer).enable("table")
        parser.inline.ruler.before("text", "reference", _token_rule)
        parser.core.ruler.at("inline", _inline_rule)
        _made.append(parser)
    return _made[0]
