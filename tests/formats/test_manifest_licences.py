# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import manifest_licences
from ospo.formats.manifest_licences import Stated


def read(path: str, text: str) -> list[Stated]:
    return manifest_licences.read(path, text.encode())


@pytest.mark.parametrize(
    ("path", "text", "stated"),
    [
        ("package.json", '{\n  "name": "x",\n  "license": "EUPL-1.2"\n}', [Stated("EUPL-1.2", 3, is_expression=True)]),
        ("package.json", '{"license": "UNLICENSED"}', [Stated("UNLICENSED", 1, refuses=True)]),
        ("package.json", '{"license": {"type": "MIT", "url": "x"}}', [Stated("MIT", 1)]),
        ("package.json", '{"license": "SEE LICENSE IN LICENSE.md"}', []),
        ("package.json", '{"license": 3}', []),
        ("package.json", '{"license": "MIT"', []),
        ("package.json", '["license"]', []),
        ("web/package.json", '{"license": "MIT"}', [Stated("MIT", 1, is_expression=True)]),
        ("composer.json", '{"license": ["MIT", "EUPL-1.2"]}', [Stated("MIT", 1, True), Stated("EUPL-1.2", 1, True)]),
        ("composer.json", '{"license": "proprietary"}', [Stated("proprietary", 1, refuses=True)]),
        ("codemeta.json", '{"license": "https://spdx.org/licenses/EUPL-1.2.html"}', [Stated("EUPL-1.2", 1)]),
        ("pyproject.toml", '[project]\nlicense = "EUPL-1.2"\n', [Stated("EUPL-1.2", 2, is_expression=True)]),
        ("pyproject.toml", '[project]\nlicense = {text = "MIT License"}\n', [Stated("MIT License", 2)]),
        ("pyproject.toml", '[project]\nlicense = {text = """\nMIT\nlang\n"""}\n', []),
        ("pyproject.toml", '[project]\nlicense = {file = "LICENSE"}\n', []),
        ("pyproject.toml", '[tool.poetry]\nlicense = "MIT"\n', [Stated("MIT", 2)]),
        ("pyproject.toml", "[project\n", []),
        (
            "pyproject.toml",
            '[project]\nclassifiers = [\n  "License :: OSI Approved :: MIT License",\n]\n',
            [Stated("MIT License", 3)],
        ),
        ("Cargo.toml", '[package]\nlicense = "MIT/Apache-2.0"\n', [Stated("MIT OR Apache-2.0", 2, is_expression=True)]),
        ("Cargo.toml", '[workspace.package]\nlicense = "MIT"\n', [Stated("MIT", 2, is_expression=True)]),
        ("Cargo.toml", "[package]\nlicense.workspace = true\n", []),
        ("CITATION.cff", "title: x\nlicense: MIT\n", [Stated("MIT", 2, is_expression=True)]),
        ("CITATION.cff", "license: [MIT, ISC]\n", [Stated("MIT", 1, True), Stated("ISC", 1, True)]),
        ("CITATION.cff", "a: b: c\n", []),
        ("setup.py", 'setup(\n    license="MIT",\n)', [Stated("MIT", 2)]),
        ("setup.py", '# license="MIT"\n', []),
        ("setup.cfg", "[metadata]\nlicense = EUPL-1.2\n", [Stated("EUPL-1.2", 2)]),
        ("setup.cfg", "[metadata]\nlicense = file: LICENSE\n", []),
        (
            "pom.xml",
            "<project><name>Ding</name>\n<licenses><license>\n<name>MIT License</name></license></licenses></project>",
            [Stated("MIT License", 3)],
        ),
        ("pom.xml", "<licenses><name>MIT", []),
        (
            "src/Ding/Ding.csproj",
            "<PackageLicenseExpression>EUPL-1.2</PackageLicenseExpression>",
            [Stated("EUPL-1.2", 1, is_expression=True)],
        ),
        ("ding.nuspec", '<license type="expression">MIT</license>', [Stated("MIT", 1, is_expression=True)]),
        ("ding.nuspec", '<license type="file">LICENSE</license>', []),
        ("ding.gemspec", "spec.license = 'MIT'\n", [Stated("MIT", 1)]),
        ("ding.gemspec", 'spec.licenses = ["MIT"]\n', [Stated("MIT", 1)]),
        ("mix.exs", 'licenses: ["Apache-2.0"]', [Stated("Apache-2.0", 1)]),
        ("DESCRIPTION", "Package: x\nLicense: GPL (>= 3)\n", [Stated("GPL", 2)]),
        ("DESCRIPTION", "License: MIT + file LICENSE\n", [Stated("MIT", 1)]),
        ("DESCRIPTION", "License: file LICENSE\n", []),
        ("README.md", '"license": "MIT"', []),
    ],
)
def test_what_a_manifest_states(path: str, text: str, stated: list[Stated]) -> None:
    assert read(path, text) == stated


def test_a_manifest_that_is_too_large_or_too_deep_states_nothing() -> None:
    assert read("package.json", '{"license": "MIT"}' + " " * manifest_licences.MAX_BYTES) == []
    assert read("package.json", "[" * 100_000) == []
    assert read("pyproject.toml", "a = " + "[" * 100_000) == []


def test_a_value_that_is_no_name_is_passed_over() -> None:
    assert read("package.json", '{"license": "' + "x" * 400 + '"}') == []
