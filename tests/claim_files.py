# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files of sources for the tests of the register: small ones of our own, and the real ones beside this checkout."""

import datetime
from functools import cache
from pathlib import Path

import pytest

from ospo.domain.claim import Attribute, Reading, SourceFile
from ospo.domain.register import KnownRegister
from ospo.engine.register import reconcile
from ospo.formats import address, importers

TODAY = datetime.date(2026, 11, 26)
BESIDE = Path(__file__).parents[2] / "shared" / "data"
REGISTRY = BESIDE / "registry"
needs_real_files = pytest.mark.skipif(not REGISTRY.is_dir(), reason="the real lists are not beside this checkout")

# The dates of the real lists, from the file that says where they come from.
DATES = {
    "don-oss-register.publishers.json": "2026-07-23",
    "polder.organisaties.core.csv": "2026-05-19",
    "government.github.com.governments.yml": "2024-03-02",
    "PublicSectorNL.README.md": "2020-11-17",
    "ospo-nl-kennisbank.nederlands-overzicht.md": "2026-01-14",
    "codegouvfr-data.fr-public-sector-ospo.yml": "2025-09-24",
    "todogroup-ospolandscape.landscape.yml": "2025-12-24",
    "nl-forge-accounts.union.csv": "",
}


def read(kind: str, text: str, *, path: str = "", holder: str = "", dated: str = "") -> Reading:
    """What an importer makes of a text."""
    day = datetime.date.fromisoformat(dated) if dated else None
    found = SourceFile(path or kind, text, TODAY, "", day, address.normalise(holder) or "")
    return importers.load(kind).read(found)


def real(name: str) -> Reading:
    """One of the real lists, by the importer that recognises it."""
    text = (REGISTRY / name).read_text("utf-8")
    kind = importers.recognise(name, text)
    assert kind is not None
    return read(kind, text, path=name, dated=DATES[name])


def all_real() -> list[Reading]:
    """Every real list, and the files of the owners of accounts."""
    readings = [real(name) for name in sorted(DATES)]
    for path in sorted((BESIDE / "openCatalogi").glob("*.yaml")):
        owner, repository, _ = path.name.split("__")
        holder = f"https://github.com/{owner}/{repository}"
        readings.append(read("open-catalogi", path.read_text("utf-8"), path=path.name, holder=holder))
    return readings


@cache
def real_register() -> KnownRegister:
    """What follows from all of them; many tests look at it, and none can change it."""
    return reconcile(all_real(), TODAY)


def said(reading: Reading, attribute: Attribute) -> list[tuple[str, str]]:
    """Subject and value of every claim on one attribute."""
    return [(claim.subject, claim.value) for claim in reading.claims if claim.attribute is attribute]
