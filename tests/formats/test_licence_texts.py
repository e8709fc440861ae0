# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from hashlib import sha256

import pytest

from ospo.formats import licence_library, licence_text, licence_texts, spdx

# Ids whose text is that of another one: the words cannot tell them apart, and we name the shorter.
SAME_TEXT = {"CAL-1.0-Combined-Work-Exception", "MPL-2.0-no-copyleft-exception", "OFL-1.1-RFN", "OFL-1.1-no-RFN"}


def test_every_licence_that_the_osi_approved_has_a_text() -> None:
    approved = [one.id for one in spdx.licences().values() if one.osi and not one.deprecated]

    bare = {one: licence_text.family(one) if spdx.find(licence_text.family(one)) else one for one in approved}
    missing = {one for one, base in bare.items() if not licence_library.patterns(base)}

    assert missing <= SAME_TEXT


@pytest.mark.parametrize("language", sorted(licence_texts.eupl()))
def test_the_eupl_is_recognised_in_each_language(language: str) -> None:
    translation = licence_texts.eupl()[language]

    (found,) = licence_text.read(f"Vooraf\n\n{translation.text}").found

    assert (found.id, found.language, found.differing) == ("EUPL-1.2", language, 0)
    assert found.is_sure == translation.is_confirmed


def test_the_texts_are_the_ones_that_were_hashed() -> None:
    carried = {language: one for language, one in licence_texts.eupl().items() if language != "nl"}

    assert len(carried) == 21
    assert all(sha256(one.text.encode()).hexdigest() == one.sha256 for one in carried.values())
