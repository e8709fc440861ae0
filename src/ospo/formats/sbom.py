# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Software bills of materials in SPDX and CycloneDX: told by their names, and by how they begin.

Names: https://spdx.github.io/spdx-spec/v2.3/conformance/ and https://cyclonedx.org/specification/overview/.
"""

import re
from collections.abc import Iterable

from ospo.formats import tree
from ospo.formats.expression import Expression

_NAME = Expression(
    r"(?:[^/]+\.)?(?:bom|sbom|cdx|spdx|cyclonedx)(?:[-_.][^/]*)?\.(?:json|xml|ya?ml|rdf|tag|txt|gz)|[^/]+\.(?:spdx|cdx)"
    r"|[^/]*(?<![a-z])(?:sbom|bill[-_]of[-_]materials)(?![a-z])[^/]*\.(?:json|xml|ya?ml|rdf|txt)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:^|/)(?:node_modules|vendors?|third[-_]?party|tests?|testdata|__tests__|fixtures|examples?|samples?|docs?|spec)/",
    re.IGNORECASE,
)
_OPENING = 20_000
_SIGNS = (
    b'"bomFormat"',
    b"cyclonedx.org/schema/bom",
    b"SPDXVersion:",
    b'"spdxVersion"',
    b"spdxVersion:",
    b"spdx.org/rdf/3",
    b"<spdx:",
)


def locate(paths: Iterable[str]) -> list[str]:
    """The files that are an SBOM by their name, those of tests, examples and others left out."""
    return [path for path in tree.of(paths).perhaps(_NAME) if _is_named(path) and not _ASIDE.search(path)]


def is_sbom(content: bytes) -> bool:
    """True when the content begins as SPDX or CycloneDX does."""
    opening = content[:_OPENING]
    return any(sign in opening for sign in _SIGNS)


def _is_named(path: str) -> bool:
    """An SPDX document that speaks of the licence alone is called after it, and is no bill of materials."""
    name = path.rpartition("/")[2]
    return _NAME.fullmatch(name) is not None and not name.lower().startswith(("license", "licence", "copying"))
