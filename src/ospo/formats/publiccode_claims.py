# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a publiccode.yml claims about the newest release, and the tags to hold it against."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ospo.domain.snapshot import Tag
from ospo.formats import publiccode_values, versions, yaml

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Claims:
    """The version and the date of the newest release, as far as they can be compared with tags."""

    version: str
    numbers: tuple[int, ...]
    is_rounded: bool
    version_line: int | None
    day: date | None
    date_line: int | None

    @classmethod
    def of(cls, document: yaml.Document) -> "Claims":
        """Read the claims; a version that is no number ("dev") and a date of another form claim nothing."""
        written, day = document.value.get("softwareVersion"), document.value.get("releaseDate")
        is_number = isinstance(written, int | float) and not isinstance(written, bool)
        text = str(written) if is_number or isinstance(written, str) else ""
        version = versions.parse(text.strip())
        return cls(
            version=text.strip()[:_LONGEST],
            numbers=version.numbers if version else (),
            is_rounded=isinstance(written, float),
            version_line=document.line("softwareVersion"),
            day=date.fromisoformat(day) if isinstance(day, str) and publiccode_values.day(day) is None else None,
            date_line=document.line("releaseDate"),
        )

    @property
    def has_version(self) -> bool:
        """True when the version can be compared with a tag."""
        return bool(self.numbers)

    def names(self, tag: str) -> bool:
        """True when this tag is of the version claimed: "2.1" names v2.1.0, and v2.1.7 as well, but not v2.10."""
        version = versions.parse(tag)
        if version is None:
            return False
        tagged = version.numbers
        if self.is_rounded and len(tagged) > 1:  # YAML reads an unquoted 1.10 as 1.1
            return float(f"{tagged[0]}.{tagged[1]}") == float(self.version)
        longest = max(len(tagged), len(self.numbers))
        padded = [numbers + (0,) * (longest - len(numbers)) for numbers in (tagged, self.numbers)]
        return padded[0] == padded[1] or tagged[: len(self.numbers)] == self.numbers

    def is_above(self, tags: Iterable[Tag]) -> bool:
        """True when the version claimed is higher than that of each of these tags."""
        return all(_is_higher(self.numbers, tag) for tag in tags)


def _is_higher(numbers: tuple[int, ...], tag: Tag) -> bool:
    version = versions.parse(tag.name)
    if version is None:
        return False
    longest = max(len(numbers), len(version.numbers))
    claimed, tagged = (found + (0,) * (longest - len(found)) for found in (numbers, version.numbers))
    return claimed > tagged


def newest(tags: Iterable[Tag], at: datetime) -> list[Tag]:
    """The highest version tag made by this moment, and the one made last; release candidates only when all are.

    A tag that ends in the hash of a commit was made by a build and is no release. Tags of the whole go before tags of
    parts; when there are only parts, the highest of each counts.
    """
    known = []
    for tag in tags:
        version = versions.parse(tag.name)
        if version is not None and not version.is_build and (tag.when is None or tag.when <= at):
            known.append((tag, version))
    known = [pair for pair in known if not pair[1].is_prerelease] or known
    known = [pair for pair in known if not pair[1].project] or known
    highest: dict[str, tuple[Tag, versions.Version]] = {}
    for tag, version in known:
        before = highest.get(version.project)
        if before is None or version.key > before[1].key:
            highest[version.project] = (tag, version)
    return list(dict.fromkeys([tag for tag, _ in (*highest.values(), *known[:1])]))
