# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a text names the law, rule or registered algorithm that code carries out, and signs that there is one."""

import re

from ospo.formats.expression import Expression

# Where the Netherlands and the European Union publish their rules, and where algorithms of government are registered.
_LINK = Expression(
    r"https?://(?:[\w-]{1,40}\.){0,3}(?:"
    r"(?P<register>algoritmes?\.overheid\.nl|algoritmeregister\.\w+)"
    r"|wetten\.overheid\.nl/|(?:lokale|decentrale)\.?regelgeving\.overheid\.nl|officielebekendmakingen\.nl/"
    r"|regels\.overheid\.nl"
    r"|wetten\.nl|eur-lex\.europa\.eu/|data\.europa\.eu/eli/(?:reg|dir|dec)"
    r")[^\s<>)\"'\]]{0,300}",
    re.I,
)
# Rules for software and information of whatever kind: that a text names these tells nothing of what the code does.
_FOR_ALL = re.compile(
    r"BWBR0040940|BWBR0040936|BWBR0036795|BWBR0001886|2016/679|2016R0679|2016/2102|2016L2102|2017/863|2017D0863"
    r"|2019/1024"
    r"|2019L1024|2009/24|2009L0024|2024/2847|2024R2847|202402847|2022/2555|2022L2555|2024/1689|2024R1689|202401689"
    r"|2019/881"
    r"|2019R0881|2022/2554|2022R2554|2024/903|202400903|2024R0903|2024/2690|202402690|2013/37|2013L0037|2003/98"
    r"|2003L0098",
    re.I,
)
_FOLDER = re.compile(
    r"(?:^|/)(?:wet(?:ten|geving)?|regelgeving|legislation|regulations?|wettelijk[-_]?kader"
    r"|beleidsregels)/(?:[^/]+/){0,6}[^/]+"
    r"\.(?:xml|ya?ml|pdf|md|txt|html?|docx?)$",
    re.I,
)
_ASIDE = re.compile(
    r"(?:^|/)(?:node_modules|vendors?|tests?|fixtures|testdata|examples?|assets|static|migrations|locale)/", re.I
)
# Names of Dutch acts and regulations, and what is done under them; with capitals, as the names have them.
_NAMES = Expression(
    r"\b(?:[A-Z][a-z]{2,30}wet(?:boek)?|Wet (?:[a-z]{2,20} ){0,4}[a-z]{3,20}|Besluit [a-z]{4,20}|Wmo|AOW|Anw|WOZ|Woo"
    r"|Wob|Awb|Awir|Wlz|Zvw|WIA|Wajong"
    r"|Participatiewet|Bbz|Wgs|Wvggz|Wkb|Kieswet)\b"
)
_WORK = Expression(
    r"\b(?:toeslag(?:en)?|uitkering(?:en)?|subsidie\w*|belastingaanslag\w*|heffing(?:en)?|vergunning\w*"
    r"|beschikking(?:en)?|bezwaarschrift\w*"
    r"|rekenregels|beslisregels|zetelverdeling|uitslagvaststelling|algoritmes?|beleidsregels|wetgeving|regelgeving"
    r"|kwijtschelding"
    r"|rules as code|law as code|policy as code|legislation|eligibility|entitlements?|statutory|allowances?"
    r"|taxation)\b",
    re.I,
)
_ENOUGH = 2


def law_line(text: str) -> tuple[int, bool] | None:
    """The line of a link to a rule or a registered algorithm, and if it is the latter; rules for all do not count."""
    for found in _LINK.finditer(text):
        if not _FOR_ALL.search(found[0]):
            return text.count("\n", 0, found.start()) + 1, found["register"] is not None
    return None


def is_law(path: str) -> bool:
    """True for a file in a folder that by its name holds rules."""
    return _FOLDER.search(path) is not None and _ASIDE.search(path) is None


def sign_line(text: str) -> int | None:
    """The line of the first of several words by which a text shows that code carries out a rule; None with fewer."""
    found = sorted(match.start() for pattern in (_NAMES, _WORK) for match in pattern.finditer(text))
    return text.count("\n", 0, found[0]) + 1 if len(found) >= _ENOUGH else None
