# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.maintainer_fields import line as line_of
from ospo.formats.maintainer_fields import may_name


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("maintenance:\n  type: internal\n  contacts:\n    - name: Team\n", 3),
        ("maintenance:\n  contractors:\n    - name: Bedrijf\n", 2),
        ("maintenance:\n  contacts: []\n", None),
        ("maintenance:\n  contacts:\n    - name: ''\n", None),
        ("maintenance: none\n", None),
        ("- a\n", None),
        ("a: [", None),
        ("", None),
    ],
)
def test_publiccode_names_contacts(text: str, line: int | None) -> None:
    assert line_of("publiccode.yml", text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[project]\nname = "x"\nmaintainers = [{ name = "Team" }]\n', 3),
        ('[project]\n"maintainers" = [{ email = "team@voorbeeld.example" }]\n', 2),
        ('[project]\nauthors = [{ name = "Team" }]\n', None),
        ("[project]\nmaintainers = []\n", None),
        ("[tool]\n", None),
        ('[tool.poetry]\nmaintainers = ["Team <team@voorbeeld.example>"]\n', 2),
        ('[tool.poetry]\nmaintainers = [" ", 1]\n', None),
        ("project = 1\n", None),
        ("[[", None),
        ("#" * 60_000, None),
    ],
)
def test_a_manifest_names_maintainers(text: str, line: int | None) -> None:
    assert line_of("pyproject.toml", text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Package: x\nMaintainer: Team <team@voorbeeld.example>\n", 2),
        ('Package: x\nAuthors@R: c(\n    person("Team", role = c("aut", "cre")))\n', 3),
        ("Package: x\nAuthor: Team\n", None),
        ("Maintainer: in some other file\n", None),
    ],
)
def test_an_r_package_names_its_maintainer(text: str, line: int | None) -> None:
    assert line_of("DESCRIPTION", text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[package.metadata.deb]\nname = "x"\nmaintainer = "Het team <team@voorbeeld.example>"\n', 3),
        ("[package.metadata.docs.rs]\nfeatures = []\n", None),
        ('[package.metadata.deb]\nmaintainer = ""\n', None),
        ('[package]\nmetadata = 1\nauthors = ["Team"]\n', None),
        ("[[", None),
    ],
)
def test_cargo_names_who_maintains_the_package(text: str, line: int | None) -> None:
    assert line_of("Cargo.toml", text) == line


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("setup.py", "setup(\n    author='A',\n    maintainer='Team',\n)\n", 3),
        ("setup.py", "setup(name='x', maintainer_email=TEAM)\n", 1),
        ("setup.py", "setup(\n    maintainer='',\n    maintainer_email=None,\n)\n", None),
        ("setup.py", "# maintainer='Team'\nsetup(author='A')\n", None),
        ("setup.cfg", "[metadata]\nname = x\nmaintainer = Team\n", 3),
        ("setup.cfg", "[metadata]\nmaintainer_email =\nauthor = A\n", None),
    ],
)
def test_setuptools_names_a_maintainer(path: str, text: str, line: int | None) -> None:
    assert line_of(path, text) == line


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("composer.json", '{\n "authors": [\n  {"name": "A"},\n  {"name": "Team",\n   "role": "Maintainer"}\n ]\n}', 5),
        ("composer.json", '{"authors": [{"role": "Beheerder"}]}', 1),
        ("composer.json", '{"authors": [{"name": "A", "role": "Developer"}, "B"]}', None),
        ("composer.json", '{"authors": "A"}', None),
        ("composer.json", "[" * 100_000, None),
        ("package.json", '{\n "maintainers": ["Team"]\n}', 2),
        ("package.json", '{"author": "A"}', None),
        ("package.json", "{", None),
    ],
)
def test_json_manifests_name_a_maintainer(path: str, text: str, line: int | None) -> None:
    assert line_of(path, text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name: x\nmaintainers:\n  - name: Team\n", 2),
        ("name: x\nmaintainers: []\n", None),
        ("- x\n", None),
        ("a: [", None),
    ],
)
def test_a_chart_names_its_maintainers(text: str, line: int | None) -> None:
    assert line_of("Chart.yaml", text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<developers>\n  <developer>\n    <email>team@voorbeeld.example</email>\n", 3),
        ("<developers>\n  <developer/>\n</developers>\n", None),
        ("<developer>\n  <name></name>\n</developer>\n<name>x</name>", None),
        ("<!-- <developer><name>Team</name></developer> -->", None),
    ],
)
def test_maven_names_its_developers(text: str, line: int | None) -> None:
    assert line_of("pom.xml", text) == line


def test_only_some_paths_have_such_a_field() -> None:
    assert may_name("helm/Chart.yaml")
    assert not may_name("charts/postgresql/Chart.yaml")
