# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.channels import Channel, ChannelKind, find

REMOTES = ("https://github.com/voorbeeld/project",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("https://github.com/voorbeeld/project/discussions", ChannelKind.DISCUSSIONS),
        ("https://github.com/voorbeeld/project/discussions/categories/q-a", ChannelKind.DISCUSSIONS),
        ("https://github.com/orgs/voorbeeld/discussions", ChannelKind.DISCUSSIONS),
        ("https://lists.voorbeeld.example/postorius/lists/x", ChannelKind.LIST),
        ("https://groups.google.com/g/voorbeeld", ChannelKind.LIST),
        ("[list](mailto:voorbeeld@lists.voorbeeld.example)", ChannelKind.LIST),
        ("https://voorbeeld.slack.com/archives/C0", ChannelKind.CHAT),
        ("https://slack.voorbeeld.example/", ChannelKind.CHAT),
        ("https://matrix.to/#/#voorbeeld:matrix.org", ChannelKind.CHAT),
        ("https://mattermost.voorbeeld.example/x", ChannelKind.CHAT),
        ("https://discord.gg/abc", ChannelKind.CHAT),
        ("https://voorbeeld.zulipchat.com", ChannelKind.CHAT),
        ("https://discourse.voorbeeld.example/c/x", ChannelKind.FORUM),
        ("https://geoforum.nl/c/x", ChannelKind.FORUM),
        ("https://samenwerken.pleio.nl/groups/view/1", ChannelKind.FORUM),
        ("https://commonground.nl/groups/view/1/x", ChannelKind.FORUM),
        ("Use the mailing list.", ChannelKind.LIST),
        ("Kom in het Slack-kanaal.", ChannelKind.CHAT),
        ("We hold a community meeting each month.", ChannelKind.MEETING),
        ("Er is een open spreekuur.", ChannelKind.MEETING),
        ("Ask in GitHub Discussions.", ChannelKind.DISCUSSIONS),
        ("Ask on the [mailing list](/contact).", ChannelKind.LIST),
        ("Ask on the [mailing list][list].\n\n[list]: /contact", ChannelKind.LIST),
    ],
)
def test_a_channel(text: str, kind: ChannelKind) -> None:
    assert find(f"# x\n\n{text}\n", "README.md", REMOTES) == Channel(kind, 3)


@pytest.mark.parametrize(
    "text",
    [
        "https://github.com/ander/project/discussions",
        "https://github.com/voorbeeld/project/discussions/12",
        "https://forumstandaardisatie.nl/open-standaarden",
        "https://community.chocolatey.org/packages/x",
        "https://img.shields.io/discord/1",
        "https://chat.voorbeeld.example/#build-notification",
        "We have no mailing list.",
        "Er is nog geen Slack-kanaal.",
        "```\njoin the mailing list\n```",
        "Multiply a sparse matrix.",
        "Mail team@voorbeeld.example.",
        "Ask on the [mailing list](t.b.d.).",
        "Ask on the [mailing list](#).",
        "Ask on the [mailing list]().",
        "Meld je aan voor de [mailinglijst](TODO).",
        "Ask on the [mailinglist].\n\n[mailinglist]: t.b.d.",
        "Ask on the [mailing list][list].\n\n[list]: tbd",
        "Vraag het op de [mailinglijst][].\n\n[mailinglijst]: n.t.b.",
    ],
)
def test_no_channel(text: str) -> None:
    assert find(f"# x\n\n{text}\n", "README.md", REMOTES) is None


def test_discussions_of_anybody_count_where_the_address_is_not_known() -> None:
    assert find("https://github.com/ander/project/discussions", "README.md", ()) == Channel(ChannelKind.DISCUSSIONS, 1)


def test_a_link_goes_before_words() -> None:
    text = "Join the mailing list.\n\nOr https://discord.gg/abc\n"

    assert find(text, "README.md", REMOTES) == Channel(ChannelKind.CHAT, 3)
