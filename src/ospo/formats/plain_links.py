# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links over plain http to what is of the project itself: its sites, and its pages on forges and registries."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from ospo.formats import outline
from ospo.formats.outline import BlockKind

# A link as it stands in a text or a manifest.
_LINK = re.compile(
    r"\b(?:https?|git|ftp)://(?P<host>[\w.-]{1,255})(?::\d{1,5})?(?:[/?#][^\s<>\"'`\]){}|]{0,500})?", re.I
)
_CODE = re.compile(r"`[^`\n]{0,300}`")
_PLAIN = frozenset({"http", "git", "ftp"})
# Platforms on which projects have pages; all of them serve https.
_PLATFORMS = (
    "github.com", "github.io", "githubusercontent.com", "gitlab.com", "gitlab.io", "codeberg.org", "codeberg.page",
    "bitbucket.org", "sr.ht", "readthedocs.io", "readthedocs.org", "rtfd.io", "pypi.org", "python.org", "npmjs.com",
    "crates.io", "docs.rs", "packagist.org", "rubygems.org", "nuget.org", "maven.org", "hex.pm",
    "pkg.go.dev", "cran.r-project.org", "docker.com", "quay.io", "shields.io", "badge.fury.io", "codecov.io",
    "coveralls.io", "travis-ci.org", "travis-ci.com", "circleci.com", "sonarcloud.io", "snyk.io", "zenodo.org",
    "gitbook.io", "netlify.app", "vercel.app", "pages.dev", "slack.com", "gitter.im", "discord.gg", "discord.com",
)  # fmt: skip
_LOCAL = re.compile(
    r"(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\d{1,3}(?:\.\d{1,3}){3}\Z)|"
    r".*\.(?:local|localhost|test|example|invalid|internal|lan|svc|cluster|onion|localdomain)\Z|.*\.svc\..*|"
    r"host\.docker\.internal|"
    r"(?:.*\.)?example\.(?:com|org|net)\Z|(?:your|my|jouw|mijn|some|foo|bar|domain|domein|host|server)[\w-]*\.\w+\Z",
    re.I,
)
# What looks like a link and is a name: namespaces, schemas, vocabularies.
_NAME = re.compile(
    r"w3\.org|xmlns|/ns[/#]|/ns\Z|namespace|schema|/vocab|purl\.|/def/|/id/|ontolog|/dtd/|xsd\b|\bDOCTYPE\b|"
    r"opengis\.net/def",
    re.I,
)
_SHORTEST_NAME = 4
_SECOND_LEVEL = frozenset({"co", "com", "org", "gov", "gouv", "ac", "edu", "net"})


@dataclass(frozen=True, slots=True)
class Found:
    """A link as written, its host in lower case, and its line (from 1)."""

    target: str
    host: str
    line: int

    @property
    def is_plain(self) -> bool:
        """True when nobody on the way is kept from reading or changing it, and it is no local or made-up place."""
        scheme = self.target.partition("://")[0].lower()
        return scheme in _PLAIN and "." in self.host and not _LOCAL.match(self.host) and not _NAME.search(self.target)


def links(text: str, line: int) -> Iterator[Found]:
    """The links in a stretch of text that starts at this line."""
    for match in _LINK.finditer(text):
        yield Found(match[0].rstrip(".,;:*_"), match["host"].lower(), line + text.count("\n", 0, match.start()))


def in_text(text: str, path: str) -> Iterator[Found]:
    """The links in a text, code left out; addresses of images and badges count."""
    for section in outline.sections(text, path):
        for block in section.blocks:
            if block.kind is not BlockKind.CODE:
                yield from links(_CODE.sub(lambda match: " " * len(match[0]), block.text), block.line)


def own_domains(remotes: Sequence[str], named: Iterable[Found]) -> set[str]:
    """The domains of the project: of its repository, and of what manifests and publiccode.yml name; no platforms."""
    hosts = {urlsplit(remote).hostname or "" for remote in remotes} | {found.host for found in named}
    return {domain(host) for host in hosts if host and not _is_platform(host)}


def is_own(found: Found, domains: set[str], remotes: Sequence[str]) -> bool:
    """True for a link to a domain of the project, or to a page on a platform that has its name in the address."""
    if not _is_platform(found.host):
        return domain(found.host) in domains
    squashed = _squash(found.target.partition("://")[2])
    names = [_squash(remote.rpartition("/")[2]) for remote in remotes]
    return any(len(name) >= _SHORTEST_NAME and name in squashed for name in names)


def _is_platform(host: str) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in _PLATFORMS)


def _squash(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def domain(host: str) -> str:
    """What somebody registered: the last two parts of a host, or three where the one before the last is general."""
    parts = host.lower().split(".")
    size = 3 if len(parts) > 2 and parts[-2] in _SECOND_LEVEL else 2
    return ".".join(parts[-size:])
