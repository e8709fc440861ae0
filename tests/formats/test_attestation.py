# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence

import pytest

from ospo.formats import attestation, ci_reach, ci_tools
from ospo.formats.ci_reach import Part
from snapshots import MemorySnapshot

CI = ".github/workflows/release.yml"
ON_TAG = "on:\n  push:\n    tags: ['v*']\njobs:\n  a:\n    steps:\n"


def parts(steps: str, **others: str) -> Sequence[Part]:
    return ci_reach.reach(MemorySnapshot({CI: ON_TAG + steps, **others})).parts


def signer(step: str) -> str | None:
    use = ci_tools.find(parts(f"      - {step}\n"), attestation.SIGNERS)
    return use.tool if use else None


@pytest.mark.parametrize(
    ("step", "tool"),
    [
        ("uses: actions/attest-build-provenance@v4", "GitHub attestations"),
        ("uses: slsa-framework/slsa-github-generator/.github/workflows/x.yml@v2", "SLSA"),
        ("run: cosign sign --yes image", "Sigstore"),
        ("run: uv run sigstore sign dist/*", "Sigstore"),
        ("run: npm publish --provenance --access public", "npm provenance"),
        ("run: docker buildx build --provenance=mode=max .", "BuildKit provenance"),
        ("run: gpg --batch --armor --detach-sign file.zip", "GnuPG"),
        ("run: mvn deploy -Dgpg.passphrase=$X", "GnuPG"),
        ("run: minisign -Sm file.zip", "minisign"),
    ],
)
def test_a_step_that_signs_or_records_where_it_came_from_is_known(step: str, tool: str) -> None:
    assert signer(step) == tool


@pytest.mark.parametrize(
    "step",
    [
        "run: gpg --import key.asc",
        "run: cosign verify image",
        "uses: sigstore/cosign-installer@v3",
        "run: docker buildx build --provenance=false .",
        "run: npm publish",
        "run: echo cosign sign",
        "run: jarsigner -verify a.jar",
        "uses: crazy-max/ghaction-import-gpg@v6",
    ],
)
def test_a_step_that_verifies_or_prepares_is_not(step: str) -> None:
    assert signer(step) is None


PUBLISH = "      - uses: pypa/gh-action-pypi-publish@release/v1\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"    permissions:\n      id-token: write\n{PUBLISH}", True),
        (f"    permissions:\n      id-token: write\n{PUBLISH}        with:\n          attestations: false\n", False),
        (f"    permissions:\n      id-token: write\n{PUBLISH}        with:\n          password: x\n", False),
        (PUBLISH, False),
        (f"      id-token: write\n{PUBLISH.replace('release/v1', 'v1.8.0')}", False),
    ],
)
def test_a_trusted_publisher_gets_attestations_of_itself(text: str, expected: bool) -> None:
    assert (attestation.trusted_publishing(parts(text)) is not None) is expected


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("run: sha256sum dist/* > SHA256SUMS", True),
        ("run: shasum -a 256 a.zip | tee a.zip.sha256", True),
        ("uses: goreleaser/goreleaser-action@v6", True),
        ("run: echo 'abc  a.zip' | sha256sum -c -", False),
        ("run: echo \"PY=$(python -VV | sha256sum | cut -d' ' -f1)\" >> $GITHUB_ENV", False),
        ("run: make dist", False),
    ],
)
def test_checksums_of_what_was_built_are_told_from_other_sums(step: str, expected: bool) -> None:
    assert (attestation.checksums(parts(f"      - {step}\n")) is not None) is expected


def test_checksums_count_in_a_pipeline_of_releases_only_and_can_be_switched_off() -> None:
    on_push = ci_reach.reach(
        MemorySnapshot({CI: "on: push\njobs:\n  a:\n    steps:\n      - run: sha256sum a > SHA256SUMS\n"})
    )
    off = parts(
        "      - uses: goreleaser/goreleaser-action@v6\n", **{".goreleaser.yml": "checksum:\n  disable: true\n"}
    )

    assert attestation.checksums(on_push.parts) is None
    assert attestation.checksums(off) is None
