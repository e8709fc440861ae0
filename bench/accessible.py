# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page of the site in Chromium, held against axe-core (WCAG 2.2 AA and its best practices).

    ./dev bench accessible [--kinds KIND,KIND] [--widths 1280,320] [--part N/M]

The tests look at one page of each kind, in the dark too; this looks at all of them, which takes an hour on two cores.
`--part 1/4` takes the first quarter, to share it out. It prints each rule that a page breaks, with the first place,
and the exit code is 1 when there is one.
"""

import argparse
import os
import sys
from collections import Counter
from pathlib import Path

from bench.browser import chromium, served

AXE = Path(__file__).parents[1] / ".ci/node/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})"


def main(arguments: list[str]) -> None:
    """Walk every address that the plan of the site knows."""
    from ospo.app import App
    from ospo.settings import Settings

    parser = argparse.ArgumentParser(prog="./dev bench accessible")
    parser.add_argument("--kinds", help="only pages of these kinds")
    parser.add_argument("--widths", default="1280,320", help="of the window, in pixels")
    parser.add_argument("--part", default="1/1", help="which part of the pages, of how many")
    chosen = parser.parse_args(arguments)
    routes = App(Settings.read(os.environ)).site().routes
    kinds = set(chosen.kinds.split(",")) if chosen.kinds else {str(route.kind) for route in routes.values()}
    part, parts = (int(number) for number in chosen.part.split("/"))
    paths = [path for path, route in routes.items() if str(route.kind) in kinds][part - 1 :: parts]
    broken: Counter[str] = Counter()
    script = Path(os.environ.get("OSPO_AXE") or AXE).read_text("utf-8")
    with served() as address, chromium() as browser:
        context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
        context.add_init_script(script)
        page = context.new_page()
        for path in paths:
            page.goto(f"{address}{path}")
            for width in map(int, chosen.widths.split(",")):
                page.set_viewport_size({"width": width, "height": 800})
                for found in page.evaluate(RUN, TAGS)["violations"]:
                    broken[found["id"]] += 1
                    first = found["nodes"][0]["html"][:160]
                    sys.stdout.write(f"{path} at {width} px: {found['id']}: {first}\n")
    sys.stdout.write(f"{len(paths)} pages: {sum(broken.values())} violations {dict(broken) or ''}\n")
    sys.exit(1 if broken else 0)
