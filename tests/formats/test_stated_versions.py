# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.stated_versions import MAX_BYTES, Stated, in_manifest, in_readme, is_manifest

BUILD = "[build-system]\nrequires = []\n"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("package.json", '{\n  "version": "1.4.0",\n  "files": ["lib"]\n}', Stated("1.4.0", 2)),
        ("package.json", '{\n  "version": "1.4.0"\n}', Stated("1.4.0", 2, is_package=False)),
        ("package.json", '{"version": "1.0.0", "files": ["lib"]}', Stated("1.0.0", 1, is_package=False)),
        ("package.json", '{"version": "1.4.0", "private": true, "files": []}', Stated("1.4.0", 1, is_package=False)),
        ("pyproject.toml", BUILD + '[project]\nversion = "2.1"\n', Stated("2.1", 4)),
        ("pyproject.toml", '[project]\nversion = "2.1"\n', Stated("2.1", 2, is_package=False)),
        ("pyproject.toml", BUILD + '[tool.poetry]\nversion = "2.1.3"\n', Stated("2.1.3", 4)),
        (
            "pyproject.toml",
            BUILD + '[tool.poetry]\nversion = "2.1.3"\npackage-mode = false\n',
            Stated("2.1.3", 4, is_package=False),
        ),
        ("setup.cfg", "[bumpversion]\nversion = 9.9\n[metadata]\nname = x\nversion = 1.9.1\n", Stated("1.9.1", 5)),
        ("setup.py", 'setup(\n    version="1.2",\n)\n', Stated("1.2", 2)),
        ("Cargo.toml", '[package]\nversion = "0.6.1"\n', Stated("0.6.1", 2)),
        ("Cargo.toml", '[package]\nversion = "0.6.1"\npublish = false\n', Stated("0.6.1", 2, is_package=False)),
        ("composer.json", '{"version": "3.1.0"}', Stated("3.1.0", 1)),
        ("galaxy.yml", "namespace: x\nversion: 1.2.3\n", Stated("1.2.3", 2)),
        ("pubspec.yaml", "name: x\nversion: 1.2.3+4\n", Stated("1.2.3+4", 2)),
        ("pubspec.yaml", "version: 1.2.3\npublish_to: 'none'\n", Stated("1.2.3", 1, is_package=False)),
        ("CITATION.cff", "title: x\nversion: v1.6.0 # kept by hand\n", Stated("v1.6.0", 2)),
        ("codemeta.json", '{\n"softwareVersion": "1.6.0"}', Stated("1.6.0", 2)),
        ("DESCRIPTION", "Package: x\nVersion: 0.1.2.9000\n", Stated("0.1.2.9000", 2)),
    ],
)
def test_what_a_manifest_states(path: str, text: str, expected: Stated) -> None:
    assert is_manifest(path)
    assert in_manifest(path, text.encode()) == expected
    assert in_manifest(path, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == expected


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("package.json", '{"version": "0.0.0"}'),
        ("package.json", '{"version": "0.0.0-development"}'),
        ("package.json", '{"version": "semantically-released"}'),
        ("package.json", '{"version": "1.4.0", "workspaces": ["packages/*"]}'),
        ("package.json", '{"engines": {"version": "1.4.0"}}'),
        ("pyproject.toml", '[project]\ndynamic = ["version"]\n[tool.x]\nversion = "2.1"\n'),
        ("pyproject.toml", '[tool.poetry]\nversion = "1.2.3"\n[tool.poetry-dynamic-versioning]\nenable = true\n'),
        ("pyproject.toml", '[project]\nversion = "1.2.3"\n[tool.uv.workspace]\nmembers = ["a"]\n'),
        ("pyproject.toml", '[tool.commitizen]\nversion = "1.2.3"\n'),
        ("setup.cfg", "[metadata]\nversion = attr: x.__version__\n"),
        ("setup.py", "setup(version=find_version('x'))\n"),
        ("setup.py", "a(\n  version='1.0',\n)\nb(\n  version='2.0',\n)\n"),
        ("Cargo.toml", "[package]\nversion.workspace = true\n"),
        ("Cargo.toml", '[package]\nversion = "1.0.0"\n[workspace]\nmembers = ["a"]\n'),
        ("CITATION.cff", "version: 1.10\n"),  # YAML reads the number 1.1
        ("CITATION.cff", "references:\n  - version: 1.2.3\n"),
        ("galaxy.yml", "version: null\n"),
        ("DESCRIPTION", "Version: @VERSION@\n"),
    ],
)
def test_what_comes_from_elsewhere_or_is_filled_in_states_nothing(path: str, text: str) -> None:
    assert in_manifest(path, text.encode()) is None


MANIFESTS = [
    *("package.json", "pyproject.toml", "setup.cfg", "setup.py", "Cargo.toml", "composer.json"),
    *("galaxy.yml", "pubspec.yaml", "CITATION.cff", "codemeta.json", "DESCRIPTION"),
]
HOSTILE = [
    b"",
    b"\xff\xfe\x00",
    b"[" * 50_000,
    b"[]",
    b'{"version": {"version": 1}}',
    b'{"version": 1e999}',
    b"version: &a [*a]\n",
    b"[package]\nversion = 12\n",
    b"package = 1\nproject = 2\ntool = []\n",
    b"[metadata]\n" + b"version" * 20_000,
    b'{"version": "' + b"9" * 5000 + b'"}',
    b" " * (MAX_BYTES + 1),
]


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_no_content_of_a_manifest_leads_anywhere_else(content: bytes) -> None:
    for path in MANIFESTS:
        assert in_manifest(path, content) is None


@pytest.mark.parametrize(
    ("badge", "value"),
    [
        ("https://img.shields.io/badge/version-1.2.3-blue", "1.2.3"),
        ("https://img.shields.io/badge/Version-v1.2.3-blue.svg", "v1.2.3"),
        ("https://img.shields.io/badge/versie-2.0--rc1-blue", "2.0-rc1"),
        ("https://img.shields.io/badge/latest_release-2.0-blue", "2.0"),
        ("https://img.shields.io/badge/latest%20version-2.0-blue", "2.0"),
        ("https://img.shields.io/static/v1?label=version&message=1.2.3&color=blue", "1.2.3"),
    ],
)
def test_a_static_badge_states_its_version(badge: str, value: str) -> None:
    assert in_readme(f"# Voorbeeld\n\n[![Version]({badge})](x)\n") == Stated(value, 3)


@pytest.mark.parametrize(
    "badge",
    [
        "https://img.shields.io/github/v/release/voorbeeld/x",
        "https://img.shields.io/npm/v/x",
        "https://img.shields.io/badge/python-3.12-blue",
        "https://img.shields.io/badge/api_version-3.12-blue",
        "https://img.shields.io/badge/python%20version-3.12-blue",
        "https://img.shields.io/badge/version-latest-blue",
        "https://img.shields.io/badge/release-0.0.0-blue",
        "https://img.shields.io/badge/version-" + "9" * 5000,
    ],
)
def test_other_badges_state_nothing(badge: str) -> None:
    assert in_readme(f"[![Version]({badge})](x)\n") is None


def test_only_files_in_the_root_are_manifests() -> None:
    assert not is_manifest("packages/a/package.json")
    assert not is_manifest("Package.json")
