# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import spdx_expression
from ospo.formats.spdx_expression import Flaw, FlawKind, flaw


@pytest.mark.parametrize(
    "expression",
    [
        "EUPL-1.2",
        "eupl-1.2",
        " MIT ",
        "MIT OR Apache-2.0",
        "GPL-3.0-or-later WITH Classpath-exception-2.0",
        "EUPL-1.2+",
        "LicenseRef-Huisstijl",
        "DocumentRef-elders:LicenseRef-Anders",
        "NONE",
        "NOASSERTION",
    ],
)
def test_nothing_is_wrong(expression: str) -> None:
    assert flaw(expression, {"LicenseRef-Huisstijl"}) is None


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("EUPL 1.2", Flaw(FlawKind.INVALID, "EUPL 1.2")),
        ("", Flaw(FlawKind.INVALID, "")),
        ("MIT AND", Flaw(FlawKind.INVALID, "MIT AND")),
        ("EUPL", Flaw(FlawKind.UNKNOWN, "EUPL")),
        ("MIT OR GPLv2", Flaw(FlawKind.UNKNOWN, "GPLv2")),
        ("GPL-3.0", Flaw(FlawKind.DEPRECATED, "GPL-3.0")),
        ("GPL-2.0+", Flaw(FlawKind.DEPRECATED, "GPL-2.0+")),
        ("MIT WITH Nokia-Qt-exception-1.1", Flaw(FlawKind.DEPRECATED, "Nokia-Qt-exception-1.1")),
        ("LicenseRef-Logo", Flaw(FlawKind.NO_TEXT, "LicenseRef-Logo")),
    ],
)
def test_the_first_thing_that_is_wrong(expression: str, found: Flaw) -> None:
    assert flaw(expression, set()) == found


def test_the_listed_ids_are_of_licences_and_exceptions_and_keep_their_case() -> None:
    listed = spdx_expression.listed()

    assert {"EUPL-1.2", "Classpath-exception-2.0"} <= listed
    assert "eupl-1.2" not in listed
