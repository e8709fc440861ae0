# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import readme_licence
from ospo.formats.licence_names import Name

EUPL = frozenset({Name("eupl", "1.2")})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# Ding\n\n## Licentie\n\nDeze software valt onder de EUPL v1.2.\n", 5),
        ("# Ding\n\n## Licence\n\nEUPL-1.2\n", 5),
        ("# Ding\n\n## License\n\nThis project is licensed under the [EUPL-1.2](LICENSE).\n", 5),
        ("# Ding\n\n## License\n\nUitgebracht onder de EUPL 1.2 licentie.\n", 5),
        ("# Ding\n\n[![Licence: EUPL-1.2](badge.svg)](LICENSE)\n", 3),
        ("# Ding\n\n![](https://img.shields.io/badge/license-EUPL--1.2-blue)\n", 3),
        ("# Ding\n\n![](https://img.shields.io/badge/Licence-EUPL%20v1.2-blue.svg)\n", 3),
    ],
)
def test_a_claim_about_the_project(text: str, line: int) -> None:
    said = readme_licence.find(text, "README.md")

    assert said is not None
    assert (said.names, said.line) == (EUPL, line)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Ding\n\nWij gebruiken een bibliotheek onder de MIT-licentie.\n",
        "# Ding\n\n## Licence\n\nZie het bestand LICENSE.\n",
        "# Ding\n\n## Third-party licences\n\nIcons are licensed under MIT.\n",
        "# Ding\n\n## Licence\n\nThe icons in this project are licensed under CC BY 4.0.\n",
        "# Ding\n\n## Licence\n\nThis repository is based on work that was released under the MIT license.\n",
        "# Ding\n\n## Licence\n\nAnybody who wishes to sell this to somebody else ought to know MIT is a university.\n",
        "# Ding\n\n![](https://img.shields.io/github/license/voorbeeld/ding)\n",
    ],
)
def test_no_claim_about_the_project(text: str) -> None:
    assert readme_licence.find(text, "README.md") is None


def test_the_text_comes_before_a_badge() -> None:
    text = "![License: MIT](x.svg)\n\n## License\n\nThis project is licensed under EUPL-1.2.\n"

    said = readme_licence.find(text, "README.md")

    assert said is not None
    assert (said.names, said.shown) == (EUPL, "EUPL-1.2")


def test_all_licences_of_the_sentences_are_one_claim() -> None:
    said = readme_licence.find("# Ding\n\n## License\n\nLicensed under MIT or Apache-2.0.\n", "README.md")

    assert said is not None
    assert {name.stem for name in said.names} == {"mit", "apache"}
