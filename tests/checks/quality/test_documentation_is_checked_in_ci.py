# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.quality.documentation_is_checked_in_ci import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot

CI = ".github/workflows/ci.yml"
TEXT = {"README.md": "# Voorbeeld\n"}


def steps(*lines: str, on: str = "push") -> str:
    return f"on: {on}\njobs:\n  x:\n    steps:\n" + "".join(f"      - {line}\n" for line in lines)


def test_a_tool_for_documents_is_met_at_its_line() -> None:
    snapshot = MemorySnapshot({**TEXT, CI: steps("uses: lycheeverse/lychee-action@v2", on="schedule")})

    assert check(snapshot) == met("runs", Evidence(CI, 5), tool="lychee", path=CI)


def test_a_tool_in_what_the_pipeline_calls_is_met() -> None:
    snapshot = MemorySnapshot({**TEXT, CI: steps("run: make ci"), "Makefile": "ci:\n\tmkdocs build --strict\n"})

    assert check(snapshot) == met("runs", Evidence(CI, 5), Evidence("Makefile", 2), tool="mkdocs", path=CI)


def test_a_step_that_says_so_is_met() -> None:
    snapshot = MemorySnapshot({**TEXT, CI: steps("name: Check the links in the README\n        run: ./x")})

    assert check(snapshot) == met("named", Evidence(CI, 5), path=CI)


def test_documents_that_must_be_up_to_date_are_met() -> None:
    script = 'bin/docs.sh\nif [ -n "$(git diff documentation/x.md)" ]; then\n  exit 1\nfi\n'
    snapshot = MemorySnapshot(
        {**TEXT, CI: steps("run: make check"), "Makefile": "check:\n\tbin/check.sh\n", "bin/check.sh": script}
    )

    assert check(snapshot) == met("up-to-date", Evidence("bin/check.sh", 2), path="bin/check.sh")


def test_settings_that_make_the_build_strict_are_met() -> None:
    path = ".readthedocs.yaml"
    snapshot = MemorySnapshot({**TEXT, path: "version: 2\nsphinx:\n  fail_on_warning: true\n"})

    assert check(snapshot) == met("strict", Evidence(path, 3), path=path)


def test_a_site_that_stops_at_broken_links_is_met_unless_it_is_told_not_to() -> None:
    files = {**TEXT, CI: steps("run: npm run build"), "package.json": '{"scripts": {"build": "docusaurus build"}}'}
    lenient = {**files, "docusaurus.config.js": "onBrokenLinks: 'warn',\n"}

    assert check(MemorySnapshot(files)).values["tool"] == "Docusaurus"
    assert check(MemorySnapshot(lenient)).reason == "no-step"


def test_a_site_that_is_only_built_is_unknown() -> None:
    assert check(MemorySnapshot({**TEXT, CI: steps("run: mkdocs gh-deploy")})) == unknown(
        "only-built", Evidence(CI, 5), tool="mkdocs", path=CI
    )
    assert check(MemorySnapshot({**TEXT, CI: steps("name: Build the documentation")})) == unknown(
        "only-built", Evidence(CI, 5), tool="own target", path=CI
    )


def test_a_linter_of_everything_is_unknown() -> None:
    snapshot = MemorySnapshot({**TEXT, CI: steps("uses: super-linter/super-linter@v8")})

    assert check(snapshot) == unknown("broad-linter", Evidence(CI, 5), tool="Super-Linter", path=CI)


def test_hooks_alone_are_unknown_when_they_look_at_documents() -> None:
    path = ".pre-commit-config.yaml"
    hooks = "repos:\n  - repo: x\n    hooks:\n      - id: codespell\n"

    assert check(MemorySnapshot({**TEXT, path: hooks})) == unknown("only-hooks", Evidence(path, 4), path=path)
    assert check(MemorySnapshot({**TEXT, path: hooks.replace("codespell", "ruff")})).reason == "no-ci"


def test_a_step_that_starts_by_hand_is_unknown() -> None:
    snapshot = MemorySnapshot({**TEXT, CI: steps("run: lychee .", on="workflow_dispatch")})

    assert check(snapshot) == unknown("not-on-changes", Evidence(CI, 5), tool="lychee", path=CI)


def test_a_pipeline_elsewhere_may_do_it() -> None:
    text = "on: push\njobs:\n  x:\n    uses: voorbeeld/workflows/.github/workflows/docs.yml@main\n"

    assert check(MemorySnapshot({**TEXT, CI: text})) == unknown("elsewhere", Evidence(CI, 4), path=CI)


def test_ci_without_such_a_step_is_not_met() -> None:
    assert check(MemorySnapshot({**TEXT, CI: steps("run: pytest")})) == not_met("no-step", Evidence(CI), count=1)
    assert check(MemorySnapshot(TEXT)) == not_met("no-ci")


def test_without_texts_there_is_nothing_to_check() -> None:
    assert check(MemorySnapshot({"a.py": "", "LICENSE": "x"})) == not_applicable("no-documents")


def test_a_pipeline_that_cannot_be_read_is_not_taken_for_silent() -> None:
    with pytest.raises(Unreadable):
        check(MemorySnapshot({**TEXT, CI: Unreadable("missing")}))
