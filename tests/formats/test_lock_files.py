# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import lock_files
from ospo.formats.lock_files import Role

PACKAGE = '[build-system]\nrequires = []\n[project]\nname = "x"\ndependencies = ["requests"]\n'
SITE = '[project]\nname = "x"\ndependencies = ["django"]\n'


@pytest.mark.parametrize(
    ("text", "pinned"),
    [
        ("requests==2.31.0\n# comment\n\n-r other.txt\nurllib3===2.0 ; python_version > '3'\n", True),
        ("a==1.0 \\\n    --hash=sha256:00\n", True),
        ("x @ https://voorbeeld.example/x-1.0.tar.gz\nhttps://voorbeeld.example/y-1.whl\n", True),
        ("git+https://voorbeeld.example/x@0123456789abcdef\n", True),
        ("requests\n", False),
        ("requests>=2\n", False),
        ("requests==2.*\n", False),
        ("a==1\nb~=2\n", False),
        ("# none\n-e .\n", None),
    ],
)
def test_requirements_are_pinned_when_each_line_is(text: str, pinned: bool | None) -> None:
    assert lock_files.is_pinned(text) is pinned


@pytest.mark.parametrize(
    ("texts", "nearby", "role"),
    [
        ({"pyproject.toml": PACKAGE}, [], Role.LIBRARY),
        ({"pyproject.toml": PACKAGE}, ["manage.py"], Role.APPLICATION),
        ({"pyproject.toml": PACKAGE + "[tool.uv]\npackage = false\n"}, [], Role.APPLICATION),
        ({"pyproject.toml": PACKAGE + 'classifiers = ["Private :: Do Not Upload"]\n'}, [], Role.APPLICATION),
        ({"pyproject.toml": '[build-system]\n[tool.poetry]\nname = "x"\n'}, [], Role.LIBRARY),
        (
            {"pyproject.toml": '[tool.poetry]\npackage-mode = false\n[tool.poetry.dependencies]\nrequests = "*"\n'},
            [],
            Role.APPLICATION,
        ),
        ({"pyproject.toml": '[tool.poetry.dependencies]\npython = "^3.12"\n'}, [], Role.NOTHING),
        ({"pyproject.toml": SITE}, [], Role.APPLICATION),
        ({"pyproject.toml": "[tool.ruff]\n"}, [], Role.NOTHING),
        ({"pyproject.toml": "not toml ["}, [], Role.NOTHING),
        ({"pyproject.toml": "tool = 1\n"}, [], Role.NOTHING),
        ({"setup.py": "setup()"}, [], Role.LIBRARY),
        ({"setup.cfg": "[metadata]\nname = x\n"}, [], Role.LIBRARY),
        ({"setup.cfg": "[flake8]\n"}, [], Role.NOTHING),
        ({"Pipfile": ""}, [], Role.APPLICATION),
        ({"requirements.txt": "requests\n"}, [], Role.APPLICATION),
        ({"requirements.txt": "requests==1.0\n"}, [], Role.PINNED),
        ({"requirements.txt": "a==1\n", "requirements-dev.txt": "pytest\n", "pyproject.toml": SITE}, [], Role.PINNED),
        ({"requirements_dev.txt": "pytest==8\n", "setup.py": ""}, [], Role.LIBRARY),
        ({"requirements.txt": "a==1\n", "setup.py": ""}, [], Role.PINNED),
        ({"requirements/dev.txt": "pytest\n"}, [], Role.APPLICATION),
        ({"requirements.txt": "# none yet\n"}, [], Role.NOTHING),
    ],
)
def test_python(texts: dict[str, str], nearby: list[str], role: Role) -> None:
    assert lock_files.role("Python", texts, nearby) is role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ('{"private": true, "dependencies": {"a": "1"}}', Role.APPLICATION),
        ('{"private": true}', Role.NOTHING),
        ('{"name": "x", "main": "a.js", "dependencies": {"a": "1"}}', Role.LIBRARY),
        ('{"name": "x", "scripts": {}, "devDependencies": {"a": "1"}}', Role.APPLICATION),
        ("[1]", Role.NOTHING),
        ("{", Role.NOTHING),
    ],
)
def test_npm(text: str, role: Role) -> None:
    assert lock_files.role("npm", {"package.json": text}, []) is role


@pytest.mark.parametrize(
    ("text", "nearby", "role"),
    [
        ("module x\n", ["main.go"], Role.NOTHING),
        ("module x\nrequire a v1\n", ["main.go"], Role.APPLICATION),
        ("module x\nrequire (\n a v1\n)\n", ["cmd/x/main.go"], Role.APPLICATION),
        ("module x\nrequire a v1\n", ["x.go"], Role.LIBRARY),
        ("module x\nrequire a v1\n", ["main.go", "vendor/modules.txt"], Role.NOTHING),
    ],
)
def test_go(text: str, nearby: list[str], role: Role) -> None:
    assert lock_files.role("Go", {"go.mod": text}, nearby) is role


@pytest.mark.parametrize(
    ("text", "nearby", "role"),
    [
        ("[workspace]\nmembers = []\n", [], Role.NOTHING),
        ('[package]\nname = "x"\n', ["src/main.rs"], Role.NOTHING),
        ('[package]\nname = "x"\n[dependencies]\na = "1"\n', ["src/main.rs"], Role.APPLICATION),
        ('[package]\nname = "x"\n[dependencies]\na = "1"\n', ["src/lib.rs"], Role.LIBRARY),
        ('[package]\nname = "x"\n[lib]\n[[bin]]\nname = "y"\n[dev-dependencies]\na = "1"\n', [], Role.LIBRARY),
    ],
)
def test_cargo(text: str, nearby: list[str], role: Role) -> None:
    assert lock_files.role("Cargo", {"Cargo.toml": text}, nearby) is role


@pytest.mark.parametrize(
    ("text", "nearby", "role"),
    [
        ('{"name": "a/b", "require": {"php": ">=8", "ext-json": "*"}}', [], Role.NOTHING),
        ('{"name": "a/b", "type": "project", "require": {"c/d": "^1"}}', [], Role.APPLICATION),
        ('{"name": "a/b", "require": {"c/d": "^1"}}', ["artisan"], Role.APPLICATION),
        ('{"name": "a/b", "require": {"c/d": "^1"}}', [], Role.LIBRARY),
        ('{"name": "a/b", "type": "library", "require-dev": {"c/d": "^1"}}', ["bin/console"], Role.LIBRARY),
        ('{"require": {"c/d": "^1"}}', [], Role.APPLICATION),
    ],
)
def test_composer(text: str, nearby: list[str], role: Role) -> None:
    assert lock_files.role("Composer", {"composer.json": text}, nearby) is role


@pytest.mark.parametrize(
    ("texts", "role"),
    [
        ({"Gemfile": "gemspec\n", "x.gemspec": ""}, Role.LIBRARY),
        ({"Gemfile": "gem 'rails'\n"}, Role.APPLICATION),
        ({"Gemfile": "source 'https://voorbeeld.example'\n"}, Role.NOTHING),
    ],
)
def test_bundler(texts: dict[str, str], role: Role) -> None:
    assert lock_files.role("Bundler", texts, []) is role


@pytest.mark.parametrize(
    ("text", "nearby", "role"),
    [
        ("name: x\n", [], Role.NOTHING),
        ("dependencies:\n  - {name: a, version: ~1.2.0, repository: https://v.example}\n", [], Role.APPLICATION),
        ("dependencies:\n  - {name: a, version: 1.2.0, repository: https://v.example}\n", [], Role.PINNED),
        ("dependencies:\n  - {name: a, repository: https://v.example}\n", [], Role.APPLICATION),
        ("type: library\ndependencies:\n  - {name: a, version: ^1, repository: https://v.example}\n", [], Role.PINNED),
        ("dependencies:\n  - {name: a, version: ^1, repository: https://v.example}\n", ["charts/a.tgz"], Role.NOTHING),
        ("dependencies:\n  - {name: a, version: ^1, repository: 'file://../a'}\n  - b\n", [], Role.NOTHING),
        ("- a\n", [], Role.NOTHING),
        ("a: [\n", [], Role.LIBRARY),
    ],
)
def test_helm(text: str, nearby: list[str], role: Role) -> None:
    assert lock_files.role("Helm", {"Chart.yaml": text}, nearby) is role


def test_terraform_locks_what_is_run_and_not_modules() -> None:
    assert lock_files.role("Terraform", {"main.tf": 'terraform {\n  backend "s3" {}\n}\n'}, []) is Role.APPLICATION
    assert lock_files.role("Terraform", {"main.tf": 'variable "x" {}\n'}, []) is Role.LIBRARY


def test_what_cannot_be_told_is_a_library() -> None:
    assert lock_files.role("Mix", {"mix.exs": ""}, []) is Role.LIBRARY


@pytest.mark.parametrize(
    ("ecosystem", "paths", "command"),
    [
        ("npm", ["web/package.json"], "npm install"),
        ("Python", ["pyproject.toml", "requirements.txt"], "uv lock"),
        ("Python", ["Pipfile"], "pipenv lock"),
        ("Python", ["api/base.in", "api/base.txt"], "uv pip compile base.in -o base.txt"),
        (
            "Python",
            ["requirements.txt"],
            "git mv requirements.txt requirements.in && uv pip compile requirements.in -o requirements.txt",
        ),
        ("R", ["DESCRIPTION"], "Rscript -e 'renv::snapshot()'"),
    ],
)
def test_the_command_fits_the_manifests(ecosystem: str, paths: list[str], command: str) -> None:
    assert lock_files.command(ecosystem, paths) == command
