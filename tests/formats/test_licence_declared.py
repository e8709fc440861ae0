# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.licence_declared import Declared, in_manifest, in_readme, is_manifest


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("package.json", '{\n  "license": "MIT OR Apache-2.0"\n}', Declared("MIT OR Apache-2.0", 2)),
        ("package.json", '{"license": "UNLICENSED"}', None),
        ("package.json", '{"license": "SEE LICENSE IN terms.txt"}', None),
        ("composer.json", '{"name": "x",\n "license": "EUPL-1.2"}', Declared("EUPL-1.2", 2)),
        ("pyproject.toml", '[project]\nlicense = "EUPL-1.2"\n', Declared("EUPL-1.2", 2)),
        ("pyproject.toml", 'license = {text = "MIT License"}\n', Declared("MIT", 1)),
        ("pyproject.toml", 'license = {file = "LICENSE"}\n', None),
        ("Cargo.toml", '[package]\nlicense = "BSD-3-Clause"\n', Declared("BSD-3-Clause", 2)),
        ("setup.cfg", "[metadata]\nlicense = EUPL 1.2\n", Declared("EUPL 1.2", 2)),
        (
            "setup.py",
            "setup(\n    license='Eigen', \n    x='License :: OSI Approved :: MIT License')",
            Declared("MIT", 3),
        ),
        ("setup.py", "setup(name='x')", None),
    ],
)
def test_what_a_manifest_declares(path: str, text: str, found: Declared | None) -> None:
    assert in_manifest(path, text) == found


def test_only_manifests_in_the_root_speak_for_the_whole() -> None:
    assert [path for path in ("package.json", "web/package.json", "go.mod") if is_manifest(path)] == ["package.json"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# X\n\n## License\n\nApache License 2.0\n", Declared("Apache License 2.0", 5)),
        (
            "# X\n\n## Licentie\n\nCreative Commons Naamsvermelding geldt.\n",
            Declared("Creative Commons Naamsvermelding", 5),
        ),
        ("# X\n\nThis tool is licensed under the EUPL v1.2.\n", Declared("EUPL v1.2", 3)),
        ("# X\n\nDit valt onder de EUPL-licentie.\n", Declared("EUPL", 3)),
        ("# X\n\nWe studied at MIT and compare the GPL with the BSD.\n", None),
        ("# X\n\n## Licentie\n\nNader te bepalen.\n", None),
    ],
)
def test_what_a_readme_names(text: str, found: Declared | None) -> None:
    assert in_readme("README.md", text) == found
