# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.snapshot import Unreadable
from ospo.formats import ci_documents, ci_tools
from ospo.formats.ci_reach import Part
from ospo.formats.ci_tools import Tool
from snapshots import MemorySnapshot


def part(text: str, *, on_changes: bool = True) -> Part:
    return Part("ci.yml", 0, text, ("ci.yml", None), on_changes)


def tool(line: str, table: tuple[Tool, ...] = ci_documents.DOCUMENT_CHECKS) -> str | None:
    use = ci_tools.find([part(line)], table)
    return use.tool if use else None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("uses: lycheeverse/lychee-action@v2", "lychee"),
        ("uses: gaurav-nelson/github-action-markdown-link-check@v1", "link checker"),
        ("run: npx markdown-link-check README.md", "link checker"),
        ("run: muffet https://voorbeeld.example", "link checker"),
        ("run: bundle exec htmlproofer ./_site", "link checker"),
        ("run: make linkcheck", "link checker"),
        ("uses: DavidAnson/markdownlint-cli2-action@v19", "Markdown lint"),
        ("run: doc8 docs", "reStructuredText lint"),
        ("uses: errata-ai/vale-action@v2", "prose lint"),
        ("run: codespell", "spelling"),
        ("uses: crate-ci/typos@v1", "spelling"),
        ("run: mkdocs build --strict", "mkdocs"),
        ("run: sphinx-build -nW docs out", "Sphinx"),
        ('run: make SPHINXOPTS="-W" html', "Sphinx"),
        ("run: npx docusaurus build", "Docusaurus"),
        ('RUSTDOCFLAGS: "-D warnings"', "rustdoc"),
        ("run: R CMD check x.tar.gz", "R CMD check"),
        ("uses: w3c/spec-prod@v2", "ReSpec"),
        ("run: npm run lint:markdown", "own target"),
        ("run: just docs-check", "own target"),
    ],
)
def test_lines_that_check_documents(line: str, name: str) -> None:
    assert tool(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "run: mkdocs build",
        "run: pip install codespell",
        "run: sphinx-build docs out",
        "run: python manage.py collectstatic --link",
        "name: check links",
        "uses: actions/checkout@v5",
        "run: docker run --link x y",
        "run: make build",
    ],
)
def test_lines_that_do_not(line: str) -> None:
    assert tool(line) is None


def test_builds_and_broad_linters_are_tables_of_their_own() -> None:
    assert tool("run: mkdocs gh-deploy", ci_documents.DOCUMENT_BUILDS) == "mkdocs"
    assert tool("run: pixi run docs", ci_documents.DOCUMENT_BUILDS) == "own target"
    assert tool("uses: oxsecurity/megalinter@v8", ci_documents.BROAD_LINTERS) == "MegaLinter"


def test_names_of_steps() -> None:
    assert ci_documents.named([part("a\n  - name: Controleer links\n")]) == ("ci.yml", 2)
    assert ci_documents.named([part("- name: Documentation check")]) == ("ci.yml", 1)
    assert ci_documents.named([part("- name: Check links", on_changes=False)]) is None
    assert ci_documents.named([part("- name: Check the tests")]) is None
    assert ci_documents.named_build([part("- name: Build docs")]) == ("ci.yml", 1)


@pytest.mark.parametrize(
    "text",
    [
        "bin/make_docs.sh\nif [ ! -z \"$(git diff -G'^x' docs/images.md)\" ];then\n  echo oud\n  fail=1\nfi\n",
        'make config\nchanges=$(git diff docs/config.rst)\nif [ ! -z "$changes" ]; then\n  exit 1\nfi\n',
    ],
)
def test_documents_that_are_made_anew_and_compared(text: str) -> None:
    assert ci_documents.compared([part(text)]) == ("ci.yml", 2)
    assert ci_documents.compared([part(text, on_changes=False)]) is None


@pytest.mark.parametrize(
    "text",
    [
        'if [ -n "$(git status docs/x.md --porcelain)" ]; then\n  git commit -m x docs\n  exit 1\nfi\n',
        "git diff --name-only HEAD~1 docs/\nexit 1\n",
        "git diff src/main.c\nexit 1\n",
        "git diff docs/x.md\n" + "echo\n" * 9 + "exit 1\n",
        "git diff docs/x.md\necho\n",
    ],
)
def test_documents_that_are_only_looked_at_or_brought_in(text: str) -> None:
    assert ci_documents.compared([part(text)]) is None


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        (".readthedocs.yml", "sphinx:\n  fail_on_warning: true\n", 2),
        ("mkdocs.yml", "site_name: x\nstrict: true\n", 2),
        ("docs/docusaurus.config.js", "onBrokenLinks: 'throw',", 1),
        (".readthedocs.yml", "sphinx:\n  fail_on_warning: false\n", None),
        ("other.yml", "strict: true\n", None),
    ],
)
def test_settings_that_make_a_build_strict(path: str, text: str, line: int | None) -> None:
    assert ci_documents.strict_line(MemorySnapshot({path: text})) == (None if line is None else (path, line))


def test_settings_that_make_a_build_lenient() -> None:
    assert ci_documents.is_lenient(MemorySnapshot({"docusaurus.config.ts": 'onBrokenLinks: "warn"'}))
    assert not ci_documents.is_lenient(MemorySnapshot({"docusaurus.config.ts": Unreadable("missing")}))
