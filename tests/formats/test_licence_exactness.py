# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every licence that the OSI approved is recognised as itself, and when three of its words change, those are named."""

import re

import pytest

import licence_samples
from ospo.formats import licence_library, licence_text, licence_texts, spdx
from ospo.formats.licence_text import Found, Method

# Texts that are made of other licences, which is what we name.
MADE_OF = {
    "LGPL-3.0": {"LGPL-3.0", "GPL-3.0"},
    "Python-2.0": {"PSF-2.0", "CNRI-Python", "HPND"},
    "Sleepycat": {"BSD-3-Clause"},
}
# So short that three words are more than the 2 % that may differ.
SHORT = {"Fair", "Jam", "HPND", "MPL-2.0-no-copyleft-exception"}
# Of these a changed word falls in what the SPDX list lets differ, such as the name of who gives the licence.
LENIENT = {"BSD-3-Clause-LBNL", "CNRI-Python", "Intel", "Multics", "OGTSL", "Unicode-DFS-2016", "W3C"}
_WORD = re.compile(r"(?<!\w)[a-z]{6,}(?!\w)")
STRANGE = ("xyzzya", "xyzzyb", "xyzzyc")


def approved() -> list[str]:
    """The ids without "-only" and "-or-later" of which we have a text."""
    every = (one.id for one in spdx.licences().values() if one.osi and not one.deprecated)
    bare = {licence_text.family(one) if spdx.find(licence_text.family(one)) else one for one in every}
    return sorted(one for one in bare if licence_texts.find(one) or licence_library.sources(one))


def altered(text: str) -> str:
    """The text with a strange word at a quarter, the half and three quarters of its longer words."""
    places = list(_WORD.finditer(text))
    chosen = [places[len(places) * quarter // 4] for quarter in (1, 2, 3)]
    for match, strange in reversed(list(zip(chosen, STRANGE, strict=True))):
        text = f"{text[: match.start()]}{strange}{text[match.end() :]}"
    return text


def added(found: Found) -> list[str]:
    """The words of a text that the official one does not have."""
    return [word for change in found.changes for word in change.added]


def test_there_are_many_of_them() -> None:
    assert len(approved()) > 110


@pytest.mark.parametrize("licence_id", approved())
def test_a_licence_is_recognised_as_itself(licence_id: str) -> None:
    found = licence_text.read(licence_samples.text(licence_id)).found

    assert {one.id for one in found} == MADE_OF.get(licence_id, {licence_id})
    assert {one.method for one in found} == {Method.EXACT}


# One in three, for to compare word by word takes long.
@pytest.mark.parametrize("licence_id", sorted({*approved()[::3]} - MADE_OF.keys() - SHORT - LENIENT))
def test_three_altered_words_of_a_licence_are_named(licence_id: str) -> None:
    (found,) = licence_text.read(altered(licence_samples.text(licence_id))).found

    assert (found.id, found.method) == (licence_id, Method.ALTERED)
    assert tuple(added(found)) == STRANGE
