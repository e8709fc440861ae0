# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import spdx


@pytest.mark.parametrize(
    ("expression", "keys"),
    [
        ("MIT", ("MIT",)),
        (" EUPL-1.2 ", ("EUPL-1.2",)),
        ("(MIT)", ("MIT",)),
        ("GPL-2.0+", ("GPL-2.0+",)),
        ("LicenseRef-Eigen", ("LicenseRef-Eigen",)),
        ("DocumentRef-x:LicenseRef-y", ("DocumentRef-x:LicenseRef-y",)),
        ("MIT or Apache-2.0", ("MIT", "Apache-2.0")),
        ("(MIT OR Apache-2.0) AND CC0-1.0", ("MIT", "Apache-2.0", "CC0-1.0")),
        ("GPL-3.0-or-later WITH Classpath-exception-2.0", ("GPL-3.0-or-later", "Classpath-exception-2.0")),
    ],
)
def test_an_expression_names_its_licences(expression: str, keys: tuple[str, ...]) -> None:
    assert spdx.keys(expression) == keys


@pytest.mark.parametrize(
    "expression",
    [
        "",
        " ",
        "AND",
        "MIT OR",
        "OR MIT",
        "MIT AND AND MIT",
        "(MIT",
        "()",
        "EUPL 1.2",
        "MIT, ISC",
        "MIT/ISC",
        "MIT OR " * 200,
    ],
)
def test_what_is_no_expression_names_nothing(expression: str) -> None:
    assert spdx.keys(expression) is None


def test_a_licence_is_found_whatever_its_case() -> None:
    assert spdx.find("eupl-1.2") == spdx.Licence("EUPL-1.2", osi=True, fsf=True)
    assert spdx.find("GPL-2.0+") == spdx.Licence("GPL-2.0+", osi=True, fsf=True, deprecated=True)
    assert spdx.find("MPL-2.0+") == spdx.find("MPL-2.0")
    assert spdx.find("Huisregels-1.0") is None


@pytest.mark.parametrize(
    ("licence_id", "open_source", "other_works"),
    [
        ("MIT", True, False),
        ("EUPL-1.2", True, False),
        ("CC0-1.0", True, False),  # free by the FSF, and public domain is good enough for the control
        ("WTFPL", True, False),
        ("OFL-1.1", True, False),
        ("CC-BY-4.0", False, True),
        ("CC-BY-SA-4.0", False, True),
        ("GFDL-1.3-or-later", False, True),
        ("ODbL-1.0", False, True),
        ("CC-BY-NC-4.0", False, False),
        ("CC-BY-ND-4.0", False, False),
        ("BUSL-1.1", False, False),
        ("SSPL-1.0", False, False),
    ],
)
def test_free_content_is_told_from_open_source(licence_id: str, open_source: bool, other_works: bool) -> None:
    licence = spdx.find(licence_id)

    assert licence is not None
    assert (licence.is_open_source, licence.is_for_other_works) == (open_source, other_works)


def test_the_list_is_whole() -> None:
    listed = spdx.licences().values()

    assert len(listed) == 699
    assert sum(licence.osi for licence in listed) == 145
    assert sum(licence.fsf for licence in listed) == 127
