# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`./dev bench VERB [ARGS]`: prints figures of one run and the ratios between them."""

import sys
from importlib import import_module

VERBS = (
    *("scan", "build", "start", "serve", "search", "judged", "pages", "accessible"),
    *("crawl", "register", "scale", "fuzz"),
)

if __name__ == "__main__":
    verb = sys.argv[1] if len(sys.argv) > 1 else ""
    if verb not in VERBS:
        sys.exit(f"usage: ./dev bench {'|'.join(VERBS)} [ARGS]")
    import_module(f"bench.{verb}").main(sys.argv[2:])
