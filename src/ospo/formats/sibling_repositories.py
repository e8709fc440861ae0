# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The other repositories of one owner that a text names by their addresses, and where it lists them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from ospo.formats import address, contacts
from ospo.formats.outline import Block, BlockKind, sections

_SECTION = re.compile(
    r"\brepositor(?:y|ies)\b|\brepo'?s\b|\bcomponent(?:s|en)?\b|\brelated (?:projects|software|work)\b|\bmodules?\b|"
    r"\bonderdelen\b|\bsamenhang\b|\bgerelateerde?\b|\bprojects\b|\bprojecten\b|\becosyst\w+|\bpackages\b|\barchitect\w+|"
    r"\boverzicht\b|\boverview\b|\bother (?:parts|projects)\b|\bcodebases?\b|\bbouwstenen\b",
    re.I,
)
# Headings above those who use the project, and what it was built with.
_OTHERS = re.compile(
    r"\bus(?:ed|ing|ers?|age)\b|\bgebruik\w*|\bbuilt\b|\bgebouwd\b|\bexamples?\b|\bvoorbeeld\w*|\bshowcases?\b|"
    r"\bdependenc\w+|\bafhankelijk\w*|\bcredits?\b|\backnowledg\w+|\binspir\w+|\balternatives?\b",
    re.I,
)
_IN_A_SECTION = 2  # repositories below a heading on them make a list
_IN_A_LIST = 3  # elsewhere, in items or rows
# What a forge keeps below the account that is no repository of the product.
_NO_REPOSITORY = re.compile(r"(?:\.github|\.gitlab-profile|\.profile|[^/]*\.(?:git)?wiki)", re.I)
_FORGES = re.compile(r"(?:^|\.)(?:github|gitlab|codeberg|gitea|forgejo|bitbucket|git|code|opencode)\.", re.I)


@dataclass(frozen=True, slots=True)
class Listing:
    """A place where other repositories are listed: its first line, and how many there are."""

    line: int
    repositories: int


def listing(text: str, path: str, remotes: Sequence[str]) -> Listing | None:
    """The first list of other repositories of the same owner: two below a heading on them, three elsewhere."""
    for section in sections(text, path):
        if _OTHERS.search(section.title):
            continue
        is_named = _SECTION.search(section.title) is not None
        kinds = (BlockKind.ITEM, BlockKind.TABLE, *([BlockKind.PROSE] if is_named else []))
        found = _most([block for block in section.blocks if block.kind in kinds], remotes)
        if found is not None and found.repositories >= (_IN_A_SECTION if is_named else _IN_A_LIST):
            return found
    return None


def _most(blocks: Sequence[Block], remotes: Sequence[str]) -> Listing | None:
    by_owner: dict[str, dict[str, int]] = defaultdict(dict)
    for block in blocks:
        for repository, line in _repositories(block, remotes):
            by_owner[repository.rpartition("/")[0]].setdefault(repository, line)
    most = max(by_owner.values(), key=len, default={})
    return Listing(min(most.values()), len(most)) if most else None


def _repositories(block: Block, remotes: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The addresses of repositories (their front page, nothing below it) of the same owner, but not this one."""
    owners = {remote.lower().rpartition("/")[0] for remote in remotes}
    own = {remote.lower() for remote in remotes}
    for link in contacts.links(block.text):
        parts = _front_page(link.target)
        if parts is None or parts in own:
            continue
        if not owners or parts.rpartition("/")[0] in owners:
            yield parts, block.line + link.line - 1


def _front_page(target: str) -> str | None:
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    names = parts.path.strip("/").removesuffix(".git").split("/")
    if parts.scheme not in ("http", "https") or parts.query or not _FORGES.search(parts.netloc) or len(names) < 2:
        return None
    if len(names) > 2 and ("github" in parts.netloc or "-" in names or names[2] in ("src", "issues", "pulls", "wiki")):
        return None
    if _NO_REPOSITORY.fullmatch(names[-1]) or names[0] in (
        "orgs",
        "topics",
        "users",
        "sponsors",
        "apps",
        "marketplace",
    ):
        return None
    normal = address.normalise(target)
    return normal.lower() if normal else None
