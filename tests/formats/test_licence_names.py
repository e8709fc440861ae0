# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import licence_names
from ospo.formats.licence_names import Name


@pytest.mark.parametrize(
    ("licence_id", "name"),
    [
        ("EUPL-1.2", Name("eupl", "1.2")),
        ("MIT", Name("mit")),
        ("GPL-3.0", Name("gpl", "3")),
        ("GPL-3.0-only", Name("gpl", "3", "only")),
        ("GPL-3.0-or-later", Name("gpl", "3", "later")),
        ("GPL-3.0+", Name("gpl", "3", "later")),
        ("BSD-3-Clause", Name("bsd", "3")),
        ("BSD-3-Clause-Clear", Name("bsd-3-clause-clear")),
        ("CC-BY-SA-4.0", Name("cc-by-sa", "4")),
    ],
)
def test_an_id_is_a_name(licence_id: str, name: Name) -> None:
    assert licence_names.of_id(licence_id) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("EUPL v1.2", Name("eupl", "1.2")),
        ("EUPLv1.2", Name("eupl", "1.2")),
        ("European Union Public Licence v. 1.2", Name("eupl", "1.2")),
        ("European Union Public License (EUPL)", Name("eupl")),
        ("GPLv3", Name("gpl", "3")),
        ("GPLv3+", Name("gpl", "3", "later")),
        ("GNU General Public License v3 or later", Name("gpl", "3", "later")),
        ("GNU Affero General Public License v3", Name("agpl", "3")),
        ("GNU Lesser General Public License 2.1", Name("lgpl", "2.1")),
        ("Apache License, Version 2.0", Name("apache", "2")),
        ("Apache Software License", Name("apache")),
        ("The MIT License", Name("mit")),
        ("BSD 3-Clause License", Name("bsd", "3")),
        ("New BSD", Name("bsd", "3")),
        ("BSD", Name("bsd")),
        ("Mozilla Public License 2.0", Name("mpl", "2")),
        ("CC BY-NC 4.0", Name("cc-by-nc", "4")),
        ("Creative Commons Naamsvermelding 4.0", Name("cc-by", "4")),
        ("CC0 1.0", Name("cc0", "1")),
    ],
)
def test_a_name_in_words_is_told(text: str, name: Name) -> None:
    assert name in licence_names.in_text(text)


@pytest.mark.parametrize(
    "text", ["", "permit", "commits", "summit", "GISCO", "zie het bestand LICENSE", "eigen licentie"]
)
def test_other_words_are_no_licence(text: str) -> None:
    assert licence_names.in_text(text) == frozenset()


@pytest.mark.parametrize(
    ("expression", "stems"),
    [
        ("MIT OR Apache-2.0", {"mit", "apache"}),
        ("GPL-3.0-or-later WITH Classpath-exception-2.0", {"gpl"}),
        ("Huisregels-1.0", set()),
        ("geen uitdrukking", set()),
    ],
)
def test_an_expression_names_licences_without_exceptions(expression: str, stems: set[str]) -> None:
    assert {name.stem for name in licence_names.of_expression(expression)} == stems


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("GPL-3.0", "GPL-3.0-only", True),
        ("GPL-3.0", "GPL-3.0-or-later", True),
        ("GPL-3.0-only", "GPL-3.0-or-later", False),
        ("GPL-2.0", "GPL-3.0", False),
        ("EUPL-1.1", "EUPL-1.2", False),
        ("GPL-3.0-only", "LGPL-3.0-only", False),
        ("MIT", "ISC", False),
        ("MIT", "MIT", True),
    ],
)
def test_two_names_may_be_of_one_licence(one: str, other: str, may_be: bool) -> None:
    assert licence_names.of_id(one).may_be(licence_names.of_id(other)) is may_be
    assert licence_names.agree({licence_names.of_id(one)}, {licence_names.of_id(other)}) is may_be


def test_what_is_left_open_agrees() -> None:
    assert Name("eupl").may_be(Name("eupl", "1.2"))
    assert not licence_names.agree([], {Name("mit")})
