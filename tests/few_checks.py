# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A handful of the checks, for tests that make a whole site many times: their pages are all made in the same way."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ospo import checks
from ospo.domain.identifier import CheckId

# What the fictional knowledge base and its observations name.
_NAMED = {"has-ci", "has-licence-file", "readme-explains-the-project"}
_FEW = {
    check: topic
    for number, (check, topic) in enumerate(checks.check_ids().items())
    if check in _NAMED or number % 12 == 0
}


def use(patch: pytest.MonkeyPatch) -> None:
    """Let the program know no other checks."""
    patch.setattr(checks, "check_ids", _few)


def _few() -> dict[CheckId, str]:
    return dict(_FEW)


@contextmanager
def used() -> Iterator[None]:
    """The same for a while; a site that was made then keeps to them."""
    with pytest.MonkeyPatch.context() as patch:
        use(patch)
        yield
