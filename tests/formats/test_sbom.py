# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.sbom import is_sbom, locate


@pytest.mark.parametrize(
    "path",
    [
        "bom.json",
        "sbom.xml",
        "app.cdx.json",
        "app.spdx",
        "app.spdx.json",
        "release/my-app-sbom.json",
        "sbom-1.2.0.json",
        "sbom.spdx.yml",
        "SBOM.json",
    ],
)
def test_an_sbom_is_told_by_its_name(path: str) -> None:
    assert locate([path]) == [path]


@pytest.mark.parametrize(
    "path",
    [
        "LICENSE.spdx",
        "tests/bom.json",
        "docs/sbom.json",
        "node_modules/x/sbom.json",
        "bombing.json",
        "sbom.md",
        "sbom.py",
        "sbomify.json",
        "spdx_licenses.py",
    ],
)
def test_other_names_are_not(path: str) -> None:
    assert locate([path]) == []


@pytest.mark.parametrize(
    "content",
    [
        b'{"bomFormat": "CycloneDX", "specVersion": "1.5"}',
        b'<bom xmlns="http://cyclonedx.org/schema/bom/1.4">',
        b"SPDXVersion: SPDX-2.3\n",
        b'{"spdxVersion": "SPDX-2.3"}',
        b'{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld"}',
    ],
)
def test_the_content_begins_as_spdx_or_cyclonedx(content: bytes) -> None:
    assert is_sbom(content)


@pytest.mark.parametrize("content", [b"", b"{}", b"name,version\n", b"SPDX-" + b"License-Identifier: MIT", b"\xff\x00"])
def test_other_content_is_no_sbom(content: bytes) -> None:
    assert not is_sbom(content)
