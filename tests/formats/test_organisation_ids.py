# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.organisation_ids import Register, is_of_another_country, is_record, register


@pytest.mark.parametrize(
    ("uri", "kept_by", "record"),
    [
        ("https://identifier.overheid.nl/tooi/id/gemeente/gm0000", Register.TOOI, True),
        ("http://identifier.overheid.nl/tooi/id/oorg/oorg10000/", Register.TOOI, True),
        ("https://identifier.overheid.nl/tooi/id/kaderwetzbo/zb000000", Register.TOOI, True),
        ("https://identifier.overheid.nl/tooi/id/gemeente/Voorbeeld", Register.TOOI, False),
        ("https://identifier.overheid.nl/tooi/def/ont/Gemeente", Register.TOOI, False),
        ("https://oinregister.logius.nl/oin/00000001002003004000", Register.OIN, True),
        ("urn:nl:oin:00000001002003004000", Register.OIN, True),
        ("urn:oin:123", Register.OIN, False),
        ("https://organisaties.overheid.nl/12345/Voorbeeld", Register.ROO, True),
        ("https://organisaties.overheid.nl/Gemeenten", Register.ROO, False),
        ("https://www.voorbeeld.nl/identifier.overheid.nl/tooi/id/gemeente/gm0000", None, False),
        ("https://identifier.overheid.nl.voorbeeld.example/tooi/id/gemeente/gm0000", None, False),
        ("", None, False),
    ],
)
def test_the_shape_of_an_identifier(uri: str, kept_by: Register | None, record: bool) -> None:
    assert (register(uri), is_record(uri)) == (kept_by, record)


def test_identifiers_of_another_country() -> None:
    assert is_of_another_country("urn:x-italian-pa:pcm")
    assert not is_of_another_country("urn:nl:oin:00000001002003004000")
