# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a build lets others see that a release is the real one: signatures, provenance and lists of checksums."""

import re
from collections.abc import Sequence

from ospo.formats import ci_tests, releases
from ospo.formats.ci_reach import Part
from ospo.formats.ci_tools import Tool
from ospo.formats.expression import Expression

_REST = r"[^#]{0,200}"  # of a command line
# Steps that sign what is released, or write down where it came from.
SIGNERS = (
    Tool(
        "GitHub attestations",
        ("attest",),
        mark=r"actions/attest(?:-build-provenance|-sbom)?@|^\s*attestations\s*:\s*true\b",
    ),
    Tool(
        "SLSA",
        ("slsa",),
        mark=r"slsa-github-generator/|slsa-framework/[\w/-]{0,60}generator|philips-labs/slsa-provenance-action",
    ),
    Tool(
        "Sigstore",
        ("cosign", "sigstore", "signs"),
        r"cosign\s+(?:sign|attest)[\w-]*|sigstore\s+sign",
        r"sigstore/gh-action-sigstore|gh-action-sigstore-python|^(?:docker_|binary_)?signs\s*:\s*$",
    ),
    Tool("Notation", ("notation",), r"notation\s+sign", "notation-action/sign"),
    Tool(
        "npm provenance",
        ("provenance",),
        rf"(?:npm|pnpm|lerna|yarn)\s{_REST}publish{_REST}--provenance",
        r"NPM_CONFIG_PROVENANCE\s*:\s*['\"]?true|\"provenance\"\s*:\s*true",
    ),
    Tool(
        "BuildKit provenance",
        ("provenance", "attest"),
        rf"docker\s+buildx\s{_REST}--(?:provenance(?!=false)|attest)[\w=,-]*",
        r"^\s*provenance\s*:\s*['\"]?(?:true|mode=)",
    ),
    Tool(
        "GnuPG",
        ("gpg", "signing", "signmaven"),
        rf"gpg2?\s{_REST}(?:--detach-sign?|--clear-?sign|--sign|-[a-z]{{0,4}}(?:ab|ba|sb)[a-z]{{0,4}})",
        r"maven-gpg-plugin|(?:\b|-D)gpg\.(?:passphrase|keyname|useagent)|^\s*gpg-(?:private-key|passphrase)\s*:|MAVEN_GPG\w*"
        r"|ORG_GRADLE_PROJECT_signing|signingInMemoryKey|signMavenPublication|\buseGpgCmd\b|useInMemoryPgpKeys",
    ),
    Tool("minisign", ("minisign", "rsign", "signify"), r"minisign\s+-S\w*|rsign\s+sign|signify\s+-S\w*"),
    Tool("Helm", ("--sign", "cr_sign"), rf"helm\s+package\s{_REST}--sign|cr\s+package\s{_REST}--sign", r"CR_SIGN\s*:"),
    Tool("in-toto", ("in-toto-run", "witness"), r"in-toto-run|witness\s+run", "witness-run-action"),
    Tool(
        "code signing",
        ("signtool", "jarsigner", "codesign", "osslsigncode", "trusted-signing"),
        rf"signtool(?:\.exe)?\s+sign|jarsigner\s+-(?!verify)\w+|codesign\s{_REST}(?:--sign|-s)|osslsigncode\s+sign"
        r"|azuresigntool",
        "trusted-signing-action",
    ),
    Tool(
        "packages",
        ("debsign", "rpmsign", "dpkg-sig", "--addsign"),
        r"debsign|rpmsign|dpkg-sig\s+--sign|rpm\s+--addsign",
    ),
)
_PYPI = re.compile(r"pypa/gh-action-pypi-publish@(?:release/v1|v1\.(?:1[1-9]|[2-9]\d))\b")
_TRUSTED = re.compile(r"^[ \t]*id-token[ \t]*:[ \t]*write\b", re.M)
_NO_ATTESTATION = re.compile(r"^[ \t]*attestations[ \t]*:[ \t]*['\"]?false|^[ \t]*password[ \t]*:", re.M)
_SUMS = Expression(
    rf"(?<![\w-])(?:sha(?:256|384|512)sum|shasum\s+-a\s*(?:256|384|512)|b3sum)\s{_REST}(?:>|\btee\s)|"
    r"checksum-action|generate-checksums?@|action-sha256|\bSHA256SUMS\b|\bchecksums?\.txt\b",
    re.I,
)
# A sum that is held against a download, or that names a cache.
_CHECKED = re.compile(r"\s(?:-c|--check)\b|\bcurl\b|\bwget\b|GITHUB_(?:ENV|OUTPUT)|\bcut\s+-|\bcache\b", re.I)
_RELEASER = Expression(r"goreleaser/goreleaser-action@|(?<![\w./-])goreleaser\s+release\b", re.I)
_NO_SUMS = re.compile(r"^checksum[ \t]*:[ \t]*\n[ \t]+disable[ \t]*:[ \t]*true", re.M)


def trusted_publishing(parts: Sequence[Part]) -> tuple[Part, int] | None:
    """The part and line of a step by which PyPI gets attestations of itself: a trusted publisher, since v1.11."""
    for part in parts:
        found = _PYPI.search(part.text)
        if found and _TRUSTED.search(part.text) and not _NO_ATTESTATION.search(part.text):
            return part, part.before + part.text.count("\n", 0, found.start()) + 1
    return None


def checksums(parts: Sequence[Part]) -> tuple[Part, int] | None:
    """The part and line of a step that writes checksums in a pipeline that works with tags.

    GoReleaser writes them unless it is told not to.
    """
    off = any(_NO_SUMS.search(part.text) for part in parts)
    for part in parts:
        if not (_SUMS.may_be_in(part.text) or _RELEASER.may_be_in(part.text)):
            continue
        if not releases.by_tag_line(part.text) and not _RELEASER.search(part.text):
            continue
        for number, line in ci_tests.lines(part.text):
            by_hand = _SUMS.search(line) and not _CHECKED.search(line)
            if by_hand or (_RELEASER.search(line) and not off):
                return part, part.before + number
    return None
