# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file with facts that a forge knows and the files of a repository do not: names, types, and reading it."""

import datetime
from collections.abc import Mapping
from typing import Any

from ospo.domain.evidence import FactValue, ForgeFact
from ospo.errors import ParseError
from ospo.formats import address, yaml

# What each fact means. A list is a list of texts. Adding a fact is adding a line.
FACTS: Mapping[str, tuple[type, str]] = {
    "public": (bool, "Anybody can read the repository, without an account."),
    "archived": (bool, "The forge shows the repository as archived (read-only)."),
    "owner-kind": (str, "'organisation' or 'person': whose account holds the repository."),
    "issues-enabled": (bool, "Anybody with an account can open an issue."),
    "discussions-enabled": (bool, "The forge's own place for discussion is open."),
    "private-vulnerability-reporting": (bool, "A vulnerability can be reported in private at the forge."),
    "secret-scanning": (bool, "The forge looks for credentials in what is pushed."),
    "push-protection": (bool, "The forge refuses a push that holds a credential."),
    "code-scanning": (bool, "The forge itself analyses the code of changes, without a pipeline in the files."),
    "two-factor-required": (bool, "The owner asks two-factor authentication of all its members."),
    "default-branch-protected": (bool, "The default branch cannot be force-pushed to or deleted."),
    "required-status-checks": (tuple, "The names of the status checks that a change to the default branch must pass."),
    "required-approvals": (int, "How many others must approve a change to the default branch."),
    "admins": (int, "How many people or teams may change the settings of the repository."),
    "advisories": (int, "How many security advisories were published."),
    "releases": (int, "How many releases the forge shows."),
    "releases-with-notes": (int, "Of the last ten releases, how many carry release notes."),
    "release-attested": (bool, "The assets of the newest release are signed, or come with provenance or checksums."),
    "release-has-licence": (bool, "The assets of the newest release carry the licence text."),
    "release-has-sbom": (bool, "The newest release comes with a software bill of materials."),
    "first-response-days": (int, "Median days to the first human answer to an issue or request of an outsider."),
    "first-response-count": (int, "Over how many issues and requests that median was taken."),
    "outside-requests-closed": (int, "How many requests of outsiders were closed without being merged, in a year."),
    "outside-requests-closed-silently": (int, "How many of those got no comment at all."),
    "in-national-register": (bool, "The repository is in the register of developer.overheid.nl."),
}
_WRONG_TYPE = {
    bool: "'{fact}' must be true or false",
    int: "'{fact}' must be a whole number",
    str: "'{fact}' must be a text",
    tuple: "'{fact}' must be a list of texts",
}
_MOST = 10_000  # repositories in one file


def parse(text: str, name: str) -> tuple[dict[str, dict[str, ForgeFact]], list[ParseError]]:
    """The facts by normalised address of the repository, and what is wrong in the file.

    The file (YAML or JSON) holds `observed` (a date), `source` (an address, or the role that looked) and
    `repositories`: a mapping from an address to facts. A repository may give its own `observed` and `source`.
    """
    try:
        document = yaml.load(text, name)
    except ParseError as error:
        return {}, [error]
    value = document.value
    listed = value.get("repositories") if isinstance(value, dict) else None
    if not isinstance(listed, dict) or len(listed) > _MOST:
        return {}, [_wrong(name, None, "must hold 'repositories:' with facts by address below it")]
    found: dict[str, dict[str, ForgeFact]] = {}
    problems: list[ParseError] = []
    for url, given in listed.items():
        line = document.line("repositories", url)
        repository = address.normalise(str(url))
        if repository is None or not isinstance(given, dict):
            problems.append(_wrong(name, line, "'{url}' is no address of a repository with facts below it", url=url))
            continue
        seen, source = _stamp(value, given)
        if seen is None or not source:
            problems.append(_wrong(name, line, "needs 'observed' (a date) and 'source' beside the facts"))
            continue
        found[repository] = _facts(given, seen, source, name, line, problems)
    return found, problems


def _stamp(value: Mapping[str, Any], given: Mapping[str, Any]) -> tuple[datetime.date | None, str]:
    seen, source = (given.get(key, value.get(key)) for key in ("observed", "source"))
    try:
        day = datetime.date.fromisoformat(str(seen))
    except ValueError:
        day = None
    return day, source.strip() if isinstance(source, str) else ""


def _facts(
    given: Mapping[str, Any],
    seen: datetime.date,
    source: str,
    name: str,
    line: int | None,
    problems: list[ParseError],
) -> dict[str, ForgeFact]:
    found = {}
    for key, value in given.items():
        if key in ("observed", "source"):
            continue
        if key not in FACTS:
            problems.append(_wrong(name, line, "'{fact}' is no fact we know: see docs/forge-facts.md", fact=key))
            continue
        read = _typed(value, FACTS[key][0])
        if read is None:
            problems.append(_wrong(name, line, _WRONG_TYPE[FACTS[key][0]], fact=key))
            continue
        found[key] = ForgeFact(read, seen, source)
    return found


def _typed(value: Any, wanted: type) -> FactValue | None:
    if wanted is tuple:
        is_list = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return tuple(value) if is_list else None
    if wanted is int:
        return value if type(value) is int and value >= 0 else None
    return value if isinstance(value, bool | str) and type(value) is wanted else None


def _wrong(path: str, line: int | None, message: str, **values: object) -> ParseError:
    return ParseError(message, path=path, line=line, **values)
