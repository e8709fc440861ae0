# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A text with what could be a mail address is known, however long it is."""

import pytest

from ospo.formats.mail_address import is_in


@pytest.mark.parametrize("text", ["dev-one@voorbeeld.nl", "docs/dev-one@voorbeeld.nl/x", "é@proef.nl", "x a@b-c.d.nl"])
def test_what_could_be_one(text: str) -> None:
    assert is_in(text)


@pytest.mark.parametrize("text", ["", "@scope/naam@1.0", "@voorbeeld.nl", "a@b", "a @ b.nl", "@" * 1000, "a@" * 1000])
def test_what_could_not(text: str) -> None:
    assert not is_in(text)
