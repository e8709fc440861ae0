# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an organisation says of itself in openCatalogi.yaml, in its `.github`. Contact data is left out."""

from typing import Any

from ospo.domain.claim import Attribute, PassedReason, Reading, SourceFile
from ospo.errors import ParseError
from ospo.formats import yaml
from ospo.formats.claim_sheet import clean, holding, speaks_for

NAME = "openCatalogi.yaml"
FILES = ("opencatalogi.yaml", "opencatalogi.yml")
_KIND = "open-catalogi"


def recognises(path: str, text: str) -> bool:
    """By its name."""
    return path.lower().endswith((*FILES, "opencatalogi.redacted.yaml"))


def read(file: SourceFile) -> Reading:
    """One subject: the account in which the file stands, or when that is not known, the name it gives."""
    document = yaml.load(file.text, file.path)
    if not isinstance(document.value, dict):
        raise ParseError("must hold keys such as '{key}:'", path=file.path, line=1, key="name")
    account = speaks_for(file)
    sheet = holding(_KIND, NAME, file, is_own=bool(account))
    value = document.value
    subject = account or clean(value.get("name"))
    if not subject:
        sheet.skip("L1", PassedReason.NO_SUBJECT)
        return sheet.reading()
    sheet.note(subject, Attribute.NAME, value.get("name"), f"L{document.line('name')}")
    sheet.website(subject, value.get("website"), f"L{document.line('website')}")
    if account:
        sheet.note(subject, Attribute.ACCOUNT, account, "L1")
    for number, url in enumerate(_list(value.get("softwareOwned"))):
        sheet.repository(subject, url, f"L{document.line('softwareOwned', number)}")
    return sheet.reading()


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
