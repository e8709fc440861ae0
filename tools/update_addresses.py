# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Note every address that the site gives out now, in the ledger of all that it ever gave out.

Run it with each release: `.venv/bin/python tools/update_addresses.py`. It only adds: an address stays in the ledger
when its page is gone, and tests/contract/test_addresses.py then asks for a redirect in content/redirects.yaml.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from ospo.app import App
from ospo.domain.language import Language
from ospo.domain.site import Kind
from ospo.engine import redirects
from ospo.settings import Settings

LEDGER = Path(__file__).parents[1] / "tests/contract/published_addresses.txt"
# What is no page to come back to, and the repositories: one that we no longer look at is no longer here.
_LEFT_OUT = (Kind.SEARCH, Kind.NOT_FOUND, Kind.REPOSITORY)
# Of these only the page itself: the choices and the accounts follow from what the register holds on a day.
_AS_THE_REGISTER_IS = (Kind.ORGANISATIONS, Kind.WHY)


def addresses(app: App) -> Iterator[str]:
    """Every address without language: of each page, and of the anchors that others may link to."""
    routes = app.site().routes
    for path, route in routes.items():
        is_passing = route.kind in _LEFT_OUT or (route.kind in _AS_THE_REGISTER_IS and route.key)
        if route.language is Language.NL and not is_passing and path != "/nl/":
            yield path.removeprefix("/nl/").strip("/")
    for page, anchors in redirects.anchors(app.library).items():
        yield from (f"{page}#{anchor}" for anchor in anchors)


def noted() -> set[str]:
    """What the ledger holds."""
    return set(LEDGER.read_text("utf-8").split()) if LEDGER.is_file() else set()


def main() -> None:
    """Add what is new."""
    known = noted()
    every = known | set(addresses(App(Settings.read(os.environ))))
    LEDGER.write_text("".join(f"{address}\n" for address in sorted(every)), "utf-8", newline="\n")
    sys.stderr.write(f"{len(every) - len(known)} addresses added, {len(every)} in all\n")


if __name__ == "__main__":
    main()
