# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which files of a source hold the texts of a norm, and how to take each requirement out.

A reader is a module with `is_source(path)` and `read(files)`; it judges nothing and keeps no text: callers hash.
"""

from collections.abc import Mapping
from typing import Protocol

from ospo.domain.identifier import NormId
from ospo.domain.norm import Requirement
from ospo.formats.norm_texts import best_practices, ladder, lists, osps, public_code, publiccode_yml, reuse


class Reader(Protocol):
    """Takes the requirements of one norm out of the files of its source."""

    def is_source(self, path: str) -> bool:
        """True for a file that `read` wants to see; the path is within the source, with `/`."""
        ...

    def read(self, files: Mapping[str, str]) -> tuple[Requirement, ...]:
        """Every requirement in these files (path to text).

        Raises:
            ParseError: a file is not in the form that this norm is published in.
        """
        ...


READERS: Mapping[NormId, Reader] = {
    NormId("ambitieladder"): ladder,
    NormId("best-practices"): best_practices,
    NormId("opencode-badges"): lists.OPENCODE,
    NormId("osps-baseline"): osps,
    NormId("publiccode-yml"): publiccode_yml,
    NormId("repository-policy"): lists.REPOSITORY_POLICY,
    NormId("reuse"): reuse,
    NormId("standard-for-public-code"): public_code,
}
