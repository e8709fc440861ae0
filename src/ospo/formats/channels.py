# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Public places to talk about a project, as prose names them: discussions, lists, chats, forums, meetings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ospo.formats import address, contacts, own_links
from ospo.formats.expression import Expression
from ospo.formats.outline import BlockKind, plain, sections


class ChannelKind(StrEnum):
    """What kind of place it is."""

    DISCUSSIONS = "discussions"
    LIST = "list"
    CHAT = "chat"
    FORUM = "forum"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Channel:
    """A place and the line (from 1) where it is named."""

    kind: ChannelKind
    line: int


_LINKS = {
    ChannelKind.LIST: re.compile(
        r"(?:https?://(?:lists?|listserv|mailman|sympa)\.|https?://groups\.google\.com/|https?://(?:[\w-]{1,40}\.)?groups\.io/g/|"
        r"https?://[^\s]{1,200}/mailman/|https?://(?:www\.)?freelists\.org/list|"
        r"mailto:[\w.+-]{1,64}@(?:lists?\.|googlegroups\.com|groups\.io|(?:[\w-]{1,40}\.)?groups\.io))",
        re.I,
    ),
    ChannelKind.CHAT: re.compile(
        r"(?:https?://(?:[\w-]{1,60}\.)*slack\.com|https?://slack\.[\w-]{1,60}\.|https?://matrix\.to/|"
        r"https?://(?:app|chat)\.element\.io|https?://(?:mattermost|chat|zulip|rocket(?:chat)?)\.[\w-]{1,60}\.|"
        r"https?://(?:[\w-]{1,60}\.)?zulipchat\.com|https?://(?:app\.)?gitter\.im/|https?://discord\.gg/|"
        r"https?://(?:www\.)?discord(?:app)?\.com/(?:invite|channels)/|https?://t\.me/|https?://web\.libera\.chat|ircs?://|"
        r"https?://teams\.microsoft\.com/l/(?:channel|team)/|https?://(?:www\.)?irccloud\.com/|https?://signal\.group/)",
        re.I,
    ),
    ChannelKind.FORUM: re.compile(
        r"(?:https?://(?:forums?|discuss|discourse|community)\.[\w.-]{3,100}|https?://(?:www\.)?geoforum\.nl|"
        r"https?://[\w-]{1,60}\.pleio\.nl/groups/|https?://(?:www\.)?commonground\.nl/groups/|"
        r"https?://(?:www\.)?reddit\.com/r/|https?://(?:[\w-]{1,20}\.)?stack(?:overflow|exchange)\.com/(?:questions/tagged|tags)/)",
        re.I,
    ),
}
# Hosts that look like a forum and are not, or are one about something else than a project.
_NO_FORUM = re.compile(
    r"https?://community\.(?:chocolatey|cloudflare|atlassian|smartbear|sonarsource)\.|/packages/|notification|"
    r"\.(?:svg|png|gif|jpe?g)\b",
    re.I,
)
_DISCUSSIONS = re.compile(r"(?:/-)?/discussions(?:/(?:new|categories|landing)\S{0,200})?")
_OWNERS = re.compile(
    r"https?://(?P<host>[^/\s]{3,100})/(?:orgs/)?(?P<owner>[\w.-]{1,100})(?:/[\w.-]{1,100})?/discussions"
    r"(?:/(?:new|categories|landing)\S{0,200})?/?(?:[?#]\S{0,300})?",
    re.I,
)
_WORDS = {
    ChannelKind.LIST: Expression(r"\b(?:mailing ?-?lists?|mailinglijst(?:en)?|e-?mail ?lists?)\b", re.I),
    ChannelKind.CHAT: Expression(
        r"\b(?:slack|mattermost|matrix|discord|zulip|gitter|irc|rocket\.?chat|telegram)(?: |-)?"
        r"(?:channels?|kanaal|kanalen|workspace|rooms?|server|groups?|groep|community|chat|space|instance|omgeving)\b",
        re.I,
    ),
    ChannelKind.MEETING: Expression(
        r"\b(?:community|contributors?'?|open|public|weekly|monthly|biweekly|maintainers?'?)[- ]"
        r"(?:calls?|meetings?|meet-?ups?)\b|"
        r"\b(?:gebruikers|community|open )(?:overleg|bijeenkomst(?:en)?)\b|\b(?:open|virtueel) spreekuur\b",
        re.I,
    ),
    ChannelKind.FORUM: Expression(
        r"\b(?:discussion|community|gebruikers|user|support)[- ]?forum\b|\bon the forum\b|\bop het forum\b", re.I
    ),
    ChannelKind.DISCUSSIONS: Expression(
        r"\bgithub[- ]discussions?\b|\b(?:the|our) discussions? (?:page|tab|board)\b", re.I
    ),
}
# A place still to be filled in, as the target of a link: `[mailinglist](#)`, or `[mailinglist]: t.b.d.` further on.
_OPEN_TARGET = r"(?:t\.?b\.?[dca]\.?|n\.?t\.?b\.?|todo|#)?"
_OPEN_LINK = re.compile(r"\[(?P<words>[^\[\]\n]{1,100})\]\([ \t]{0,9}<?" + _OPEN_TARGET + r">?[ \t]{0,9}\)", re.I)
_OPEN_REFERENCE = re.compile(
    r"^ {0,3}\[(?P<words>[^\[\]\n]{1,100})\]:[ \t]{0,9}<?" + _OPEN_TARGET + r">?[ \t]{0,9}\r?$", re.I | re.M
)
_BRACKETS = re.compile(r"(?:\[[^\[\]\n]{1,100}\])?\[(?P<label>[^\[\]\n]{1,100})\](?:\[\])?(?!\()")
_DENIED = re.compile(r"\b(?:no|not|don't|yet|geen|niet|nog)\b", re.I)


def find(text: str, path: str, remotes: Sequence[str]) -> Channel | None:
    """The first channel that is linked; else the first that is named in words."""
    return next(_linked(text, remotes), None) or next(_named(text, path), None)


def _linked(text: str, remotes: Sequence[str]) -> Iterator[Channel]:
    for link in contacts.links(text):
        kind = _kind(link.target, remotes)
        if kind is not None:
            yield Channel(kind, link.line)


def _kind(target: str, remotes: Sequence[str]) -> ChannelKind | None:
    page = own_links.page_of(target, remotes)
    if page is not None:
        return ChannelKind.DISCUSSIONS if _DISCUSSIONS.fullmatch(page) else None
    if match := _OWNERS.fullmatch(target):
        owners = {(address.host(remote), address.owner(remote).lower()) for remote in remotes}
        is_own = not owners or (match["host"].lower(), match["owner"].lower()) in owners
        return ChannelKind.DISCUSSIONS if is_own else None
    if _NO_FORUM.search(target):
        return None
    return next((kind for kind, pattern in _LINKS.items() if pattern.match(target)), None)


def _named(text: str, path: str) -> Iterator[Channel]:
    unfilled = {match["words"].lower() for match in _OPEN_REFERENCE.finditer(text)}
    for section in sections(text, path):
        for block in section.blocks:
            if block.kind is BlockKind.CODE:
                continue
            words = " ".join(plain(_without_open_links(block.text, unfilled)).split())
            for kind, pattern in _WORDS.items():
                match = pattern.search(words)
                if match and not _DENIED.search(words[max(0, match.start() - 40) : match.start()]):
                    yield Channel(kind, block.line)


def _without_open_links(text: str, unfilled: set[str]) -> str:
    """The text without links that lead nowhere yet, and without the lines that should have said where they lead."""
    text = _OPEN_LINK.sub("", _OPEN_REFERENCE.sub("", text))
    return (
        _BRACKETS.sub(lambda match: "" if match["label"].lower() in unfilled else match[0], text) if unfilled else text
    )
