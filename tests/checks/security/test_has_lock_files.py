# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.security.has_lock_files import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot

APP = '{"private": true, "dependencies": {"a": "^1"}}'
CODE = {"src/a.ts": "", "src/b.ts": ""}
PYTHON = {"app/a.py": "", "app/b.py": ""}


def test_a_lock_file_beside_or_above_is_met() -> None:
    files = {"package.json": APP, "pnpm-lock.yaml": "", "apps/x/package.json": APP, **CODE}

    assert check(MemorySnapshot(files)) == met("locked", Evidence("pnpm-lock.yaml"), count=1, path="pnpm-lock.yaml")


def test_an_application_without_one_is_not_met() -> None:
    assert check(MemorySnapshot({"package.json": APP, **CODE})) == not_met(
        "unlocked", Evidence("package.json"), count=1, path="package.json", locked=0
    )
    assert check(
        MemorySnapshot({"requirements.txt": "flask\n", "pyproject.toml": "[tool.ruff]\n", **PYTHON})
    ) == not_met("unlocked", Evidence("requirements.txt"), count=1, path="requirements.txt", locked=0)


def test_one_of_several_applications_is_not_met() -> None:
    files = {"package.json": APP, "yarn.lock": "", **CODE, "api/composer.json": '{"require": {"a/b": "^1"}}'}
    code = {f"api/src/{n}.php": "" for n in range(3)}

    assert check(MemorySnapshot({**files, **code})) == not_met(
        "unlocked", Evidence("api/composer.json"), count=1, path="api/composer.json", locked=1
    )


def test_a_script_or_two_in_a_folder_is_no_application() -> None:
    files = {"package.json": APP, "yarn.lock": "", **CODE, "tools/requirements.txt": "requests\n", "tools/a.py": ""}

    assert check(MemorySnapshot(files)).reason == "locked"


def test_exact_requirements_are_met() -> None:
    files = {"requirements.txt": "flask==3.0.0\n", **PYTHON}

    assert check(MemorySnapshot(files)) == met("pinned", Evidence("requirements.txt"), path="requirements.txt")


def test_a_library_needs_none() -> None:
    library = '[build-system]\n[project]\nname = "x"\ndependencies = ["a"]\n'
    verdict = not_applicable("no-applications", Evidence("pyproject.toml"), path="pyproject.toml")

    assert check(MemorySnapshot({"pyproject.toml": library, **PYTHON})) == verdict


def test_requirements_beside_packages_are_for_those_who_work_on_them() -> None:
    library = '[build-system]\n[project]\nname = "x"\n'
    files = {"requirements.txt": "pytest\nbuild\n", "libraries/x/pyproject.toml": library, **PYTHON}

    assert check(MemorySnapshot(files)).reason == "no-applications"


def test_tools_of_a_site_or_of_another_language_are_no_application() -> None:
    pages = {f"content/{n}.md": "" for n in range(40)}

    assert check(MemorySnapshot({"requirements.txt": "mkdocs\n", "hook.py": "", **pages})).reason == "no-applications"
    assert (
        check(MemorySnapshot({"requirements.txt": "mkdocs\n", "go.mod": "module x\n", "main.go": ""})).reason
        == "no-applications"
    )


@pytest.mark.parametrize("manifest", ["pom.xml", "build.gradle", "App.csproj", "deps.edn"])
def test_builds_that_repeat_without_need_none(manifest: str) -> None:
    files = {manifest: "", "src/Main.java": "", "README.md": ""}

    assert check(MemorySnapshot(files)) == not_applicable("no-lock-needed", Evidence(manifest), path=manifest)


def test_a_chart_with_ranges_is_an_application_without_code() -> None:
    chart = "dependencies:\n  - {name: a, version: ~1.2, repository: https://voorbeeld.example}\n"

    assert check(MemorySnapshot({"charts/x/Chart.yaml": chart})).reason == "unlocked"


def test_no_manifests_is_not_applicable() -> None:
    assert check(MemorySnapshot({"README.md": "", "examples/package.json": APP})) == not_applicable("no-manifests")


def test_a_manifest_that_cannot_be_had_passes_through() -> None:
    with pytest.raises(Unreadable, match=r"package\.json"):
        check(MemorySnapshot({"package.json": Unreadable("missing"), **CODE}))
