# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sign-offs under the Developer Certificate of Origin: which commits carry one that matches who made them.

Follows the rules of the DCO app for GitHub (dcoapp/app, 2026-08), with one addition for history that has landed:
GitHub rewrites the author of what it squashes, so there the presence of a sign-off is all one can ask.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ospo.domain.snapshot import Commit, Signature
from ospo.errors import ParseError
from ospo.formats import yaml
from ospo.formats.publiccode_values import mail

SETTINGS_PATH = ".github/dco.yml"
_GITHUB = "noreply@github.com"
_SIGN_OFF = re.compile(r"^Signed-off-by: ([^\n<]*)<([^\n<>]*)>[ \t\r]*$", re.I | re.M)
_SHA = r"(?P<sha>[0-9a-f]{40}(?:[0-9a-f]{24})?)[ \t\r]*$"
_OWN = re.compile(
    r"^I, (?P<name>[^\n<]*?) <(?P<email>[^\n>]*)>, hereby add my Signed-off-by to this commit: " + _SHA, re.I | re.M
)
_FOR_ANOTHER = re.compile(
    r"^On behalf of (?P<name>[^\n<]*?) <(?P<email>[^\n>]*)>, I, (?P<by_name>[^\n<]*?) <(?P<by_email>[^\n>]*)>, "
    r"hereby add my Signed-off-by to this commit: " + _SHA,
    re.I | re.M,
)
_Person = tuple[str, str]


class Standing(StrEnum):
    """How a commit stands towards the certificate."""

    SIGNED = "signed"
    REMEDIED = "remedied"  # a later commit adds the sign-off
    PRESENT = "present"  # a sign-off is there, but the forge rewrote the author it would have to match
    MISMATCH = "mismatch"  # somebody else signed
    UNSIGNED = "unsigned"

    @property
    def counts(self) -> bool:
        """True when the commit may be called signed off."""
        return self in (Standing.SIGNED, Standing.REMEDIED, Standing.PRESENT)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the repository allows in .github/dco.yml; both are off unless it says so."""

    individual: bool = False
    third_party: bool = False


def settings(text: str) -> Settings:
    """Read .github/dco.yml; what cannot be read allows nothing. Remedy by others needs remedy by oneself too."""
    try:
        document = yaml.load(text).value
    except ParseError:
        return Settings()
    allowed = document.get("allowRemediationCommits") if isinstance(document, dict) else None
    if not isinstance(allowed, dict):
        return Settings()
    individual = allowed.get("individual") is True
    return Settings(individual, individual and allowed.get("thirdParty") is True)


def standing(commit: Commit) -> Standing:
    """How one commit stands by its own message."""
    signers = [_person(name, email) for name, email in _SIGN_OFF.findall(commit.message)]
    if not signers:
        return Standing.UNSIGNED
    if commit.committer.email.lower() == _GITHUB:
        return Standing.PRESENT
    if mail(commit.author.email) and mail(commit.committer.email):
        return Standing.MISMATCH
    names, emails = zip(_who(commit.author), _who(commit.committer), strict=True)
    matches = any(name in names and email in emails for name, email in signers)
    return Standing.SIGNED if matches else Standing.MISMATCH


def judge(commits: Iterable[Commit], allowed: Settings) -> Iterator[tuple[Commit, Standing]]:
    """The commits, newest first, with how each stands; a remedy is known before the commit it mends comes by."""
    remedies: dict[str, _Person] = {}
    for commit in commits:
        remedies.update(_remedies(commit, allowed))
        found = standing(commit)
        if not found.counts and remedies.get(commit.id) == _who(commit.author):
            found = Standing.REMEDIED
        yield commit, found


def _remedies(commit: Commit, allowed: Settings) -> Iterator[tuple[str, _Person]]:
    """The commits this one signs for afterwards, each with the author it says they have."""
    maker = _who(commit.author)
    if allowed.individual:
        for match in _OWN.finditer(commit.message):
            if _person(match["name"], match["email"]) == maker:
                yield match["sha"].lower(), maker
    if allowed.third_party:
        for match in _FOR_ANOTHER.finditer(commit.message):
            if _person(match["by_name"], match["by_email"]) == maker:
                yield match["sha"].lower(), _person(match["name"], match["email"])


def _person(name: str, email: str) -> _Person:
    return name.strip().lower(), email.strip().lower()


def _who(signature: Signature) -> _Person:
    return _person(signature.name, signature.email)
