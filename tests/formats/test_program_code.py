# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import program_code


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("src/a.py", "python"),
        ("a.TSX", "javascript"),
        ("Main.java", "jvm"),
        ("Makefile", None),
        ("a.md", None),
        ("x.d/py", None),
    ],
)
def test_the_language_is_told_by_the_ending(path: str, language: str | None) -> None:
    assert program_code.language(path) == language


def test_copies_tests_settings_and_pages_are_not_the_program() -> None:
    aside = [
        *("vendor/a.go", "node_modules/x/a.js", "docs/conf.py", "static/jquery.js", "tests/test_a.py", "examples/a.py"),
        *("webpack.config.js", "js/config.js", "jquery.min.js", "setup.py", "build.gradle.kts", ".github/bot.js"),
        *("{{cookiecutter.name}}/a.py", "docs/overrides/hook.py"),
    ]

    assert program_code.files([*aside, "src/a.py", "cmd/main.go"]) == ["src/a.py", "cmd/main.go"]


def test_documents_with_a_script_beside_them_are_no_program() -> None:
    documents = [f"hoofdstuk-{n}.md" for n in range(60)]

    assert not program_code.is_program([*documents, "scripts/build.py", "scripts/check.py", "pyproject.toml"])
    assert not program_code.is_program(documents)
    assert not program_code.is_program([])


def test_enough_code_or_a_share_of_it_is_a_program() -> None:
    assert program_code.is_program([f"data/{n}.csv" for n in range(900)] + [f"src/{n}.py" for n in range(8)])
    assert program_code.is_program(["README.md", "LICENSE", "app/a.go", "app/b.go"])
    assert program_code.is_program(["README.md", "LICENSE", "run.py"])
    assert not program_code.is_program(["README.md", "LICENSE", "NOTICE", "logo.png", "run.py"])


def test_a_package_in_the_root_makes_a_program_of_little_code() -> None:
    pages = [f"doc-{n}.md" for n in range(50)]

    assert program_code.is_program([*pages, "deps.edn", "src/main.clj"])
    assert not program_code.is_program([*pages, "deps.edn", "src/main.py"])


def test_anything_to_build_is_any_code_script_or_page() -> None:
    assert program_code.has_anything_to_build(["README.md", "infra/main.tf"])
    assert program_code.has_anything_to_build(["docs/conf.py"])
    assert not program_code.has_anything_to_build(["README.md", "logo.png", "LICENSE"])


def test_folders_of_others_and_of_machines_are_aside() -> None:
    assert program_code.is_aside("vendor/x.py")
    assert program_code.is_aside("static/lib/x.js")
    assert not program_code.is_aside("src/x.py")
