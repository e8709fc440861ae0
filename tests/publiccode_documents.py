# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A publiccode.yml of our own, and a way to change one thing in it."""

VALID = """\
publiccodeYmlVersion: "0"
name: Vergunningenwijzer
url: https://github.com/voorbeeld/vergunningenwijzer.git
softwareVersion: "2.1.0"
releaseDate: "2026-10-20"
logo: docs/logo.svg
platforms:
  - web
categories:
  - digital-citizenship
usedBy:
  - Gemeente Voorbeeld
developmentStatus: stable
softwareType: standalone/web
intendedAudience:
  countries: [NL]
  scope: [local-authorities]
description:
  nl:
    shortDescription: Wijst inwoners de weg naar de juiste vergunning.
    longDescription: >
      De wijzer stelt een paar vragen over wat iemand van plan is en vertelt daarna welke vergunning
      nodig is, wat die kost en hoe lang het duurt. Gemeenten vullen de regels zelf in en kunnen
      elke wijziging vooraf proberen.
    features:
      - Vragenlijst in gewone taal
    documentation: https://voorbeeld.example/handleiding
legal:
  license: EUPL-1.2
maintenance:
  type: internal
  contacts:
    - name: Team Vergunningen
      email: team@voorbeeld.example
localisation:
  localisationReady: true
  availableLanguages: [nl, en-GB]
dependsOn:
  open:
    - name: PostgreSQL
      versionMin: "15"
      optional: false
organisation:
  uri: https://voorbeeld.example/gemeente
"""


def changed(old: str, new: str) -> bytes:
    """The valid document with one passage replaced."""
    if VALID.count(old) != 1:
        raise ValueError(f"{old!r} must occur once")
    return VALID.replace(old, new).encode()
