# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import manifests


def found(*paths: str) -> list[tuple[str, str, str | None]]:
    return [(project.ecosystem.id, project.folder, project.lock) for project in manifests.projects(paths)]


@pytest.mark.parametrize(
    ("manifest", "lock", "ecosystem"),
    [
        ("package.json", "pnpm-lock.yaml", "npm"),
        ("pyproject.toml", "uv.lock", "Python"),
        ("requirements.txt", "pixi.lock", "Python"),
        ("go.mod", "go.sum", "Go"),
        ("Cargo.toml", "Cargo.lock", "Cargo"),
        ("composer.json", "composer.lock", "Composer"),
        ("voorbeeld.gemspec", "Gemfile.lock", "Bundler"),
        ("build.gradle.kts", "gradle.lockfile", "Gradle"),
        ("App.csproj", "packages.lock.json", "NuGet"),
        ("Chart.yaml", "Chart.lock", "Helm"),
        ("main.tf", ".terraform.lock.hcl", "Terraform"),
        ("flake.nix", "flake.lock", "Nix"),
    ],
)
def test_an_ecosystem_is_told_by_its_manifest(manifest: str, lock: str, ecosystem: str) -> None:
    assert found(manifest) == [(ecosystem, "", None)]
    assert found(manifest, lock) == [(ecosystem, "", lock)]


def test_the_lock_of_a_folder_above_holds_for_a_workspace() -> None:
    paths = ["apps/web/package.json", "apps/yarn.lock", "libs/x/package.json", "other/Cargo.lock"]

    assert found(*paths) == [("npm", "apps/web", "apps/yarn.lock"), ("npm", "libs/x", None)]


def test_manifests_of_one_ecosystem_in_one_folder_are_one_project() -> None:
    (project,) = manifests.projects(
        ["app/setup.cfg", "app/requirements/base.txt", "app/pyproject.toml", "app/requirements.txt"]
    )

    assert project.folder == "app"
    assert project.manifests == ("app/pyproject.toml", "app/requirements.txt", "app/setup.cfg")
    assert project.place == "app/requirements.txt"
    assert not project.is_bare_list


def test_a_folder_of_requirements_speaks_for_the_folder_above() -> None:
    (project,) = manifests.projects(["requirements/requirements-dev.txt", "requirements/requirements.in"])

    assert (project.folder, project.is_bare_list) == ("", True)


@pytest.mark.parametrize(
    "path",
    [
        *("node_modules/x/package.json", "vendor/x/go.mod", "examples/go.mod", "docker-demo/requirements.txt"),
        *(
            "tests/package.json",
            "{{ cookiecutter.name }}/pyproject.toml",
            "docs/requirements.txt",
            "src/package.json.md",
        ),
    ],
)
def test_copies_examples_and_templates_are_no_projects(path: str) -> None:
    assert found(path) == []


def test_a_module_called_setup_is_no_manifest() -> None:
    assert found("src/app/setup.py", "src/app/__init__.py") == []
    assert found("setup.py", "src/__init__.py") == [("Python", "", None)]


def test_most_ecosystems_have_a_tool_that_updates() -> None:
    assert [e.id for e in manifests.ECOSYSTEMS if not e.has_updater] == ["R"]


def test_requirements_of_documentation_do_not_speak_for_the_project() -> None:
    (both,) = manifests.projects(["docs-requirements.txt", "pyproject.toml"])
    (main,) = manifests.projects(["docs-requirements.txt", "pyproject.toml", "requirements.txt"])
    (side,) = manifests.projects(["docs-requirements.txt"])

    assert (both.place, main.place, side.place) == ("pyproject.toml", "requirements.txt", "docs-requirements.txt")


def test_a_lock_file_can_be_ignored() -> None:
    (chart,) = manifests.projects(["Chart.yaml"])
    (maven,) = manifests.projects(["pom.xml"])

    assert manifests.ignored_locks("*.tgz\n!Chart.lock\n**/Chart.lock\n", chart.ecosystem) == [(3, "Chart.lock")]
    assert manifests.ignored_locks("x\n", maven.ecosystem) == []
