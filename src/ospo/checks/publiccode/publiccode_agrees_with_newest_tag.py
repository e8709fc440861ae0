# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The version and release date in publiccode.yml are those of the newest version tag."""

from datetime import timedelta

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.patch import Patch
from ospo.domain.snapshot import Snapshot, Tag
from ospo.formats import line_edit, publiccode, publiccode_address, versions
from ospo.formats.publiccode_claims import Claims, newest

# Our own choice, not a rule of the standard: a month is room for a file that is updated by hand after a release.
GRACE = timedelta(days=31)
_SLACK = timedelta(days=1)  # a tag may be dated a little after the commit that the snapshot is of
_MOST_RECENT = 60  # tags of the past month that are looked at
_PLACEHOLDER_YEAR = 1970  # the first day of Unix time: what a program writes when it was given no date


def check(repository: Snapshot) -> Verdict:
    """Compare what the file claims with the highest version tag, or with the one made last when they differ."""
    found = publiccode.fetch(repository)
    if found is None:
        return not_applicable("no-publiccode")
    path, content = found
    document = publiccode.read(content)
    compared = publiccode_address.compare(document, repository.remotes)
    if compared.is_elsewhere:
        return not_applicable("elsewhere", Evidence(path, compared.line), url=compared.declared or "")
    claims = Claims.of(document)
    at_date = Evidence(path, claims.date_line)
    if claims.day is not None and claims.day.year == _PLACEHOLDER_YEAR:
        return not_met("placeholder-date", at_date, date=claims.day.isoformat())
    if claims.day is None and not claims.has_version:
        return not_applicable("no-claim", Evidence(path))
    if repository.is_shallow:
        return unknown("shallow")
    now = repository.committed
    # What was newest at any moment of the past month is still good: the file may follow the release.
    recent = {tag.when for tag in repository.tags() if tag.when is not None and now - GRACE < tag.when <= now}
    moments = [now + _SLACK, *sorted(recent, reverse=True)[:_MOST_RECENT], now - GRACE]
    tags = list(dict.fromkeys(tag for moment in moments for tag in newest(repository.tags(), moment)))
    if not tags:
        return not_applicable("no-tags")
    agreeing = [tag for tag in tags if claims.names(tag.name)]
    if claims.has_version and not agreeing:
        line = Evidence(path, claims.version_line)
        if claims.is_above(tags) or _is_later(claims, tags):
            return not_met("not-tagged", line, declared=claims.version, tag=_plain(tags[0]))
        return not_met("other-version", line, declared=claims.version, tag=_plain(tags[0]))
    return _judge_date(claims, agreeing or tags, at_date)


def patch(repository: Snapshot) -> Patch | None:
    """The version and the date of the newest version tag, where the file names them already."""
    found = publiccode.fetch(repository)
    tags = newest(repository.tags(), repository.committed + _SLACK)
    if found is None or repository.is_shallow or not tags:
        return None
    path, content = found
    text = content.decode("utf-8", "replace")
    tag, version = tags[0], versions.parse(tags[0].name)
    changed = text
    if version is not None and Claims.of(publiccode.read(content)).has_version:
        changed = (
            line_edit.with_value(changed, ("softwareVersion",), ".".join(map(str, version.numbers)) + version.suffix)
            or changed
        )
    if tag.when is not None:
        changed = line_edit.with_value(changed, ("releaseDate",), tag.when.date().isoformat()) or changed
    return Patch(path, text, changed)


def _judge_date(claims: Claims, tags: list[Tag], evidence: Evidence) -> Verdict:
    """Met when one of these tags was made within the grace of the date claimed, or no date can be compared."""
    made = {tag: tag.when.date() for tag in tags if tag.when is not None}
    if claims.day is None or not made:
        return met("agrees", evidence, tag=_plain(tags[0]))
    for tag, day in made.items():
        if abs(day - claims.day) <= GRACE:
            return met("agrees", evidence, tag=_plain(tag))
    tag, day = next(iter(made.items()))
    if not claims.has_version and _is_later(claims, tags):
        return not_met("not-tagged", evidence, declared=claims.day.isoformat(), tag=_plain(tag))
    days = abs((day - claims.day).days)
    return not_met(
        "other-date", evidence, declared=claims.day.isoformat(), tag=_plain(tag), made=day.isoformat(), days=days
    )


def _is_later(claims: Claims, tags: list[Tag]) -> bool:
    """True when the date claimed lies after all these tags: the file did not fall behind, the tags did."""
    return claims.day is not None and all(tag.when and claims.day - tag.when.date() > GRACE for tag in tags)


def _plain(tag: Tag) -> str:
    return tag.name.encode("utf-8", "replace").decode()[:60]
