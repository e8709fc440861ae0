# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our verdicts beside those of the reference parser (italia/publiccode-parser-go), over its own test documents.

The documents are not ours, so they lie beside the checkout; the folder a document is in says what the parser finds.
Those of v1 declare a version that does not exist yet: they are `newer` here, and are judged once more as if they
declared "0", for their folders say what they are then.
"""

from pathlib import Path

import pytest

from ospo.formats import publiccode

FIXTURES = Path(__file__).parents[3] / "shared" / "data" / "publiccode" / "fixtures"
VALID = {"valid", "valid_with_warnings", "invalid_valid_in_v0", "invalid_valid_with_warnings_in_v0"}
# The pictures and the list of authors that lie next to the documents of the reference parser.
FILES = {f"assets/img/{name}.png" for name in ("logo", "sshot1", "sshot2", "sshot3", "not-an-image")} | {
    "assets/AUTHORS"
}
UNDECIDABLE = {
    "v0/invalid/description_en_videos_invalid_oembed.yml": "needs the list of sites that can be embedded",
    "v0/invalid/fundedBy_uri_wrong_italian_pa2.yml": "needs the Italian register of public bodies",
    "v1/invalid/fundedBy_uri_wrong_italian_pa2.yml": "needs the Italian register of public bodies",
    "v1/invalid/it_riuso_codiceIPA_invalid.yml": "needs the Italian register of public bodies",
    "v0/invalid/logo_missing_url.yml": "needs the network",
    "v1/valid/valid.yml": "uses a freedom that only version 1 gives (no features)",
}
MISSES = {
    "v1/invalid/description_en_genericName_too_long.yml": "a number of 36 digits without quotes, read as a number",
    "v1/invalid/no-network/logo_invalid_png.yml": "we look for the logo, not inside it (it may be an LFS pointer)",
    "v1/invalid/no-network/monochromeLogo_invalid_png.yml": "the same",
}

pytestmark = pytest.mark.skipif(not FIXTURES.is_dir(), reason="the reference documents are not beside this checkout")


def documents() -> dict[str, bytes]:
    return {path.relative_to(FIXTURES).as_posix(): path.read_bytes() for path in sorted(FIXTURES.rglob("*.yml"))}


def agrees(name: str, content: bytes) -> bool:
    version, folder = name.split("/")[:2]
    if version == "v1":
        content = content.replace(b'publiccodeYmlVersion: "1"', b'publiccodeYmlVersion: "0"')
    report = publiccode.validate(content, FILES)
    return (not report.errors and not report.is_newer) == (folder in VALID)


def test_at_least_98_percent_of_what_can_be_decided_offline_agrees_and_each_miss_is_explained() -> None:
    decidable = {name: content for name, content in documents().items() if name not in UNDECIDABLE}

    misses = {name for name, content in decidable.items() if not agrees(name, content)}

    assert misses <= set(MISSES)
    assert 100 * (len(decidable) - len(misses)) >= 98 * len(decidable) > 0


def test_documents_of_version_1_are_not_judged() -> None:
    declared = {
        name: publiccode.validate(content, FILES) for name, content in documents().items() if name.startswith("v1/")
    }

    assert {report.is_newer for report in declared.values()} == {True}
