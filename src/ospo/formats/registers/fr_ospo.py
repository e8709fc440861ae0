# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""OSPOs of the French public sector (fr-public-sector-ospo.yml of codegouvfr-data)."""

from typing import Any

from ospo.domain.claim import Attribute, PassedReason, Reading, SourceFile
from ospo.errors import ParseError
from ospo.formats import yaml
from ospo.formats.claim_sheet import Sheet, clean, is_date

NAME = "codegouvfr-data"
FILES = ("fr-public-sector-ospo.yml",)
_KIND = "fr-ospo"


def recognises(path: str, text: str) -> bool:
    """By its name."""
    return path.endswith("fr-public-sector-ospo.yml")


def read(file: SourceFile) -> Reading:
    """One subject an OSPO, under the address of its site."""
    document = yaml.load(file.text, file.path)
    if not isinstance(document.value, dict):
        raise ParseError("must hold the addresses of OSPOs, each with what is known of it", path=file.path, line=1)
    sheet = Sheet(_KIND, NAME, file)
    for url, entry in document.value.items():
        if isinstance(entry, dict) and clean(entry.get("name")):
            _entry(sheet, document, url, entry)
        else:
            sheet.skip(f"L{document.line(url)}", PassedReason.UNREADABLE, clean(url))
    return sheet.reading()


def _entry(sheet: Sheet, document: yaml.Document, url: str, entry: dict[str, Any]) -> None:
    place = f"L{document.line(url)}"
    sheet.note_all(
        url,
        {
            Attribute.OSPO_NAME: entry["name"],
            Attribute.HAS_OSPO: "yes",
            Attribute.COUNTRY: clean(entry.get("country")).upper(),
            Attribute.OSPO_SINCE: entry.get("created") if is_date(entry.get("created")) else "",
            Attribute.OSPO_POLICY: entry.get("floss_policy"),
        },
        place,
    )
    sheet.website(url, url, place)
    sheet.mailbox(url, entry.get("email"), place)
    code = entry.get("code")
    for number, found in enumerate(code if isinstance(code, list) else []):
        where = f"L{document.line(url, 'code', number)}"
        # The list also holds sites that are no forge, so an unknown host with one word is not taken for an account.
        sheet.hosting(url, found, where, is_forge=clean(found).rstrip("/").count("/") > 2)
