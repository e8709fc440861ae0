# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The keys of publiccode.yml 0.2 to 0.7 as data: form, presence, and the versions that added or deprecated them.

Source: the standard and its change log at its tags core-0.2 to v0.7.0 (publiccodeyml/publiccode.yml).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ospo.formats import publiccode_values as values
from ospo.formats.publiccode_values import Reason

Version = tuple[int, int]
OLDEST: Version = (0, 2)
NEWEST: Version = (0, 7)


@dataclass(frozen=True, slots=True)
class Text:
    """A string; `test` says what is wrong with it, the lengths are in characters a reader sees."""

    test: Callable[[str], Reason | None] | None = None
    longest: int | None = None
    shortest: int = 0


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""


@dataclass(frozen=True, slots=True)
class File:
    """A path from the root of the repository, or a URL; the file name ends with one of `endings`."""

    endings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Many:
    """A list; `alone` is None when one bare value will do, else the reason why it will not."""

    of: "Kind"
    filled: bool = False
    alone: Reason | None = Reason.WRONG_TYPE


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys."""

    keys: "Mapping[str, Key]"


@dataclass(frozen=True, slots=True)
class ByLanguage:
    """A mapping from language tags to records."""

    record: Record


Kind = Text | Flag | File | Many | Record | ByLanguage


@dataclass(frozen=True, slots=True)
class Key:
    """One key: mandatory or not, the version that added it, and the version that deprecated it."""

    kind: Kind
    required: bool = False
    since: Version = OLDEST
    deprecated: Version | None = None


def _word(name: str) -> Text:
    return Text(partial(values.one_of, name))


def _keys(*names: str, kind: Kind) -> dict[str, Key]:
    return {name: Key(kind) for name in names}


_LOGO = File((".svg", ".svgz", ".png"))
_WEB = Text(values.web_url)
_MEDIA_TYPES = Many(Text(values.media_type))
_COUNTRIES = Many(Text(values.country))

_CONTACT = Record(
    {"name": Key(Text(), required=True), "email": Key(Text(values.mail))} | _keys("affiliation", "phone", kind=Text())
)
_CONTRACTOR = Record(
    {
        "name": Key(Text(), required=True),
        "until": Key(Text(values.day), required=True),
        "email": Key(Text(values.mail)),
        "website": Key(_WEB),
    }
)
_ORGANISATION = Record({"uri": Key(Text(values.uri), required=True), "name": Key(Text())})
_DEPENDENCIES = Many(
    Record(
        {"name": Key(Text(), required=True), "optional": Key(Flag())}
        | _keys("version", "versionMin", "versionMax", kind=Text())
    )
)
_ITALY = Record(
    {
        "countryExtensionVersion": Key(Text(lambda text: None if text in ("0.2", "1.0") else Reason.NOT_IN_LIST)),
        "conforme": Key(
            Record(
                _keys(
                    *("lineeGuidaDesign", "modelloInteroperabilita", "misureMinimeSicurezza", "gdpr"),
                    kind=Flag(),
                )
            ),
            deprecated=(0, 5),
        ),
        "riuso": Key(Record({"codiceIPA": Key(Text(), deprecated=(0, 5))})),
        "piattaforme": Key(Record(_keys("spid", "cie", "anpr", "pagopa", "io", kind=Flag()))),
    }
)
_DESCRIPTION = Record(
    {
        "localisedName": Key(Text()),
        "genericName": Key(Text(longest=35), deprecated=(0, 3)),
        "shortDescription": Key(Text(longest=150), required=True),
        "longDescription": Key(Text(shortest=150, longest=10_000)),
        "documentation": Key(_WEB),
        "apiDocumentation": Key(_WEB),
        "features": Key(Many(Text())),
        "screenshots": Key(Many(File((".png", ".jpg", ".jpeg")))),
        "videos": Key(Many(_WEB)),
        "awards": Key(Many(Text())),
    }
)
_MAINTENANCE = Record(
    {
        "type": Key(_word("maintenanceType"), required=True),
        "contractors": Key(Many(_CONTRACTOR)),
        "contacts": Key(Many(_CONTACT)),
    }
)

ROOT = Record(
    {
        "publiccodeYmlVersion": Key(Text(), required=True),
        "name": Key(Text(), required=True),
        "applicationSuite": Key(Text()),
        "url": Key(Text(values.url), required=True),
        "landingURL": Key(_WEB),
        "isBasedOn": Key(Many(Text(values.url), alone=None)),
        "softwareVersion": Key(Text()),
        "releaseDate": Key(Text(values.day)),
        "logo": Key(_LOGO),
        "monochromeLogo": Key(_LOGO, deprecated=(0, 3)),
        "inputTypes": Key(_MEDIA_TYPES, deprecated=(0, 3)),
        "outputTypes": Key(_MEDIA_TYPES, deprecated=(0, 3)),
        "platforms": Key(Many(Text(), filled=True, alone=Reason.TEXT_FOR_LIST), required=True),
        "categories": Key(Many(_word("categories"))),
        "usedBy": Key(Many(Text())),
        "fundedBy": Key(Many(_ORGANISATION), since=(0, 5)),
        "roadmap": Key(_WEB),
        "developmentStatus": Key(_word("developmentStatus"), required=True),
        "softwareType": Key(_word("softwareType"), required=True),
        "supports": Key(Many(Record({"id": Key(Text(values.supported), required=True)})), since=(0, 7)),
        "organisation": Key(_ORGANISATION, since=(0, 5)),
        "intendedAudience": Key(
            Record({"scope": Key(Many(_word("scopes")))} | _keys("countries", "unsupportedCountries", kind=_COUNTRIES))
        ),
        "description": Key(ByLanguage(_DESCRIPTION), required=True),
        "legal": Key(
            Record(
                {
                    "license": Key(Text(values.licence), required=True),
                    "mainCopyrightOwner": Key(Text()),
                    "repoOwner": Key(Text(), deprecated=(0, 5)),
                    "authorsFile": Key(File(), deprecated=(0, 4)),
                }
            ),
            required=True,
        ),
        "maintenance": Key(_MAINTENANCE, required=True),
        "localisation": Key(
            Record(
                {
                    "localisationReady": Key(Flag(), required=True),
                    "availableLanguages": Key(Many(Text(values.language), filled=True), required=True),
                }
            ),
            required=True,
        ),
        "dependsOn": Key(Record(_keys("open", "proprietary", "hardware", kind=_DEPENDENCIES))),
        "IT": Key(_ITALY, deprecated=NEWEST),
        "it": Key(_ITALY, deprecated=(0, 5)),
    }
)


def kind_at(path: Sequence[str | int]) -> Kind | None:
    """What the standard says of the value at a path of keys; None when it does not know the path."""
    kind: Kind | None = ROOT
    for part in path:
        if isinstance(kind, Record):
            key = kind.keys.get(str(part))
            kind = key.kind if key is not None else None
        elif isinstance(kind, ByLanguage):
            kind = kind.record
        elif isinstance(kind, Many):
            kind = kind.of
        else:
            return None
    return kind
