# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of repositories: one normal form for the many ways to write the same one, without credentials."""

import re
from urllib.parse import urlsplit

_SCP = re.compile(r"(?:[^@/\s]+@)?(?P<host>[\w.-]+):(?P<path>(?!//)[^\s]+)")
_SCHEMES = {"http", "https", "ssh", "git", "git+ssh", "git+https"}
# Hosts that treat the case of owner and name as the same.
_CASE_BLIND = {"github.com", "gitlab.com", "codeberg.org", "bitbucket.org"}
# Doors to the same repositories for networks that close port 22.
_ALIASES = {"ssh.github.com": "github.com", "altssh.gitlab.com": "gitlab.com", "altssh.bitbucket.org": "bitbucket.org"}


def normalise(address: str) -> str | None:
    """`https://host/path` for an address of a repository, or None when it is not one (a local path, say).

    User, password, port of ssh, `.git`, slashes at the end, the case that a host ignores and what a web page
    shows below the repository (`/tree/main`, `/-/issues`) are dropped. Groups of GitLab may be nested.
    """
    text = address.strip()
    scp = None if "://" in text else _SCP.fullmatch(text)
    if scp is not None:
        host, path = scp["host"], scp["path"]
    else:
        try:
            parts = urlsplit(text)
            port = f":{parts.port}" if parts.port and parts.scheme in ("http", "https") else ""
        except ValueError:
            return None
        if parts.scheme not in _SCHEMES or not parts.hostname:
            return None
        host, path = parts.hostname + port, parts.path
    host = host.lower().removeprefix("www.")
    host = _ALIASES.get(host, host)
    path = path.strip("/").partition("/-/")[0]
    if host == "github.com":
        path = "/".join(path.split("/")[:2])
    path = path.removesuffix(".git").strip("/")
    if not path or ("." not in host.partition(":")[0] and host.partition(":")[0] != "localhost"):
        return None
    if host in _CASE_BLIND:
        path = path.lower()
    return f"https://{host}/{path}"


def host(address: str) -> str:
    """The host of a normalised address; empty for what is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def owner(address: str) -> str:
    """The account (or group path) a normalised address belongs to."""
    try:
        return urlsplit(address).path.strip("/").rpartition("/")[0]
    except ValueError:
        return ""
