# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Government accounts on GitHub, by country, from github/government.github.com (_data/*.yml)."""

from ospo.domain.claim import Attribute, PassedReason, Reading, SourceFile
from ospo.errors import ParseError
from ospo.formats import accounts, yaml
from ospo.formats.claim_sheet import Sheet, clean

NAME = "government.github.com"
FILES = ("governments.yml",)
_KIND = "government-github"
_NAMES = (
    "Argentina AR,Australia AU,Austria AT,Belgium BE,Bolivia BO,Brazil BR,Bulgaria BG,Canada CA,"
    "Chile CL,Colombia CO,"
    "Costa Rica CR,Croatia HR,Czech Republic CZ,Denmark DK,Dominican Republic DO,Ecuador EC,Estonia EE,Finland FI,"
    "France FR,Germany DE,Greece GR,Hong Kong HK,Hungary HU,Iceland IS,India IN,Indonesia ID,Ireland IE,Israel IL,"
    "Italy IT,Jamaica JM,Japan JP,Latvia LV,Lithuania LT,Luxembourg LU,Malaysia MY,Malta MT,Mexico MX,Moldova MD,"
    "Netherlands NL,New Zealand NZ,Norway NO,Pakistan PK,Paraguay PY,Peru PE,Philippines PH,Poland PL,Portugal PT,"
    "Romania RO,Russia RU,Singapore SG,Slovakia SK,Slovenia SI,South Africa ZA,South Korea KR,Spain ES,Sweden SE,"
    "Switzerland CH,Taiwan TW,Thailand TH,Tunisia TN,Turkey TR,Ukraine UA,Uruguay UY,Venezuela VE"
)
_COUNTRIES = dict(pair.rsplit(" ", 1) for pair in _NAMES.split(","))
_UNIONS = {"U.S.": "US", "U.K.": "GB", "UK": "GB"}


def recognises(path: str, text: str) -> bool:
    """By its name, or by its place in that repository."""
    name = path.rpartition("/")[2]
    return name.startswith(("governments.yml", "government.github.com")) and name.endswith(".yml")


def read(file: SourceFile) -> Reading:
    """One subject an account; the list says that it is of a government, and not of which body."""
    document = yaml.load(file.text, file.path)
    if not isinstance(document.value, dict):
        raise ParseError("must hold countries, each with a list of accounts", path=file.path, line=1)
    sheet = Sheet(_KIND, NAME, file)
    for group, names in document.value.items():
        for number, name in enumerate(names if isinstance(names, list) else []):
            place = f"L{document.line(group, number)}"
            account = accounts.account(f"https://github.com/{clean(name)}") if clean(name) else None
            if account is None:
                sheet.skip(place, PassedReason.NO_ACCOUNT, clean(name))
                continue
            sheet.note(account, Attribute.ACCOUNT, account, place)
            sheet.note(account, Attribute.COUNTRY, _country(str(group)), place)
    return sheet.reading()


def _country(group: str) -> str:
    return _COUNTRIES.get(group) or _UNIONS.get(group.partition(" ")[0], "")
