# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The security.txt in the repository follows RFC 9116, and has not expired."""

from datetime import timedelta

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, security_txt
from ospo.formats.security_txt import Flaw, SecurityTxt

_ADVISED = timedelta(days=366)  # RFC 9116, section 2.5.5: less than a year ahead is recommended


def check(repository: Snapshot) -> Verdict:
    """Looks at the file by its first place; what is served on a domain is not looked at."""
    entries = security_txt.locate(repository.entries())
    if not entries:
        return not_applicable("no-security-txt")
    path = entries[0].path
    if community_files.is_dangling(repository, entries[0]):
        return not_met("dangling", Evidence(path), path=path)
    found = security_txt.parse(community_files.text(repository, entries[0]))
    if found.is_open:
        return unknown("filled-in-later", Evidence(path), path=path)
    if found.is_redirect:
        return not_met("redirect", Evidence(path, found.line), path=path)
    if found.flaw is not None or found.expires is None:
        return _flawed(path, found)
    evidence = Evidence(path, found.line)
    ends = found.expires.date().isoformat()
    expired = not_met("expired", evidence, path=path, date=ends)
    if found.expires - repository.committed > _ADVISED:
        return met("valid-long", evidence, until=found.expires, afterwards=expired, path=path, date=ends)
    return met("valid", evidence, until=found.expires, afterwards=expired, path=path, date=ends)


def _flawed(path: str, found: SecurityTxt) -> Verdict:
    evidence = Evidence(path, found.line)
    match found.flaw:
        case Flaw.NOT_TEXT:
            return not_met("not-text", evidence, path=path)
        case Flaw.NO_CONTACT:
            return not_met("no-contact", evidence, path=path)
        case Flaw.BAD_CONTACT:
            return not_met("bad-contact", evidence, path=path)
        case Flaw.NO_EXPIRES:
            return not_met("no-expires", evidence, path=path)
        case Flaw.SEVERAL_EXPIRES:
            return not_met("several-expires", evidence, path=path)
        case _:
            return not_met("bad-expires", evidence, path=path)
