# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import publiccode_values as values


@pytest.mark.parametrize(
    "text", ["nl", "NL", "en-GB", "gos", "fy-NL", "sl-IT-nedis", "zh-Hans-CN", "es-419", "de-CH-1996", "nl-x-eigen"]
)
def test_a_language_of_bcp_47(text: str) -> None:
    assert values.language(text) is None


@pytest.mark.parametrize("text", ["", "en_GB", "xxx", "qq", "Nederlands", "en-XX", "x-eigen", "nl-", "n"])
def test_no_language(text: str) -> None:
    assert values.language(text) is values.Reason.NOT_A_LANGUAGE


@pytest.mark.parametrize(
    "text",
    ["EUPL-1.2", "eupl-1.2", "MIT or Apache-2.0", "EUPL-1.2+", "(MIT AND CC0-1.0)", "DocumentRef-b:LicenseRef-a"],
)  # fmt: skip
def test_an_spdx_expression(text: str) -> None:
    assert values.licence(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "EUPL",
        "GPLv3",
        "MIT/X11",
        "MIT, Apache-2.0",
        "(MIT",
        "AND",
        "MIT WITH iets",
        "LicenseRef-",
        "Eigen+",
        "MIT OR " * 200 + "MIT",
    ],
)
def test_no_spdx_expression(text: str) -> None:
    assert values.licence(text) is values.Reason.NOT_A_LICENCE


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("vergunning", 10),
        ("cafe\u0301", 4),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 1),  # a family, joined
        ("\U0001f44d\U0001f3fd", 1),  # a thumb with a skin tone
        ("\U0001f1f3\U0001f1f1\U0001f1e7\U0001f1ea", 2),  # two flags
        ("a\r\nb", 3),
        ("", 0),
    ],
)
def test_length_counts_what_a_reader_sees(text: str, length: int) -> None:
    assert values.length(text) == length


@pytest.mark.parametrize(
    "text", ["urn:x-italian-pa:c_h501", "https://standaarden.overheid.nl/owms/terms/X", "alias:cra"]
)
def test_what_software_may_support(text: str) -> None:
    assert values.supported(text) is None


@pytest.mark.parametrize("text", ["alias:", "alias:avg", "avg", "urn:x", "https://"])
def test_what_software_cannot_support(text: str) -> None:
    assert values.supported(text) is not None


@pytest.mark.parametrize("text", ["a@b.nl", "a.b+c@sub.voorbeeld.example"])
def test_the_shape_of_a_mail_address(text: str) -> None:
    assert values.mail(text) is None


@pytest.mark.parametrize("text", ["", "a", "a@b", "a@b..nl", "A <a@b.nl>", "a@b.nl, c@d.nl", "@b.nl"])
def test_no_mail_address(text: str) -> None:
    assert values.mail(text) is values.Reason.NOT_A_MAIL_ADDRESS
