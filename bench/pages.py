# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page type of the site in Chromium on a slow machine: what comes over the line, and when something can be read.

    ./dev bench pages [--slower N] [--markdown]

It serves the site itself, and opens one page of each kind in both languages, each in a browser that has seen nothing,
with the processor N times slower (4 unless said otherwise). Figures, per page: first contentful paint in milliseconds,
largest contentful paint, cumulative layout shift, bytes over the line (packed, as the server sends them) and of those
the typeface, requests, and elements. The paint is the quickest of three visits, or of up to nine when it seems too
slow, because other work on the machine only adds to it; the shift and all else is the largest.
"""

import argparse
import statistics
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bench.browser import chromium, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATHS = {
    "home": "/",
    "practices": "/practices/",
    "practice": "/practices/licentiekeuze/",
    "roadmap": "/roadmap/",
    "checks": "/checks/",
    "check": "/checks/has-security-policy/",
    "norms": "/norms/",
    "norm": "/norms/ambitieladder/",
    "profiles": "/profiles/",
    "profile": "/profiles/rijksoverheid/",
    "organisations": "/organisations/",
    "organisation": "/organisations/ministerie-vws/",
    "repository": "/repositories/github.com/minvws/nl-kat-coordination/",
    "glossary": "/glossary/",
    "events": "/events/",
    "event": "/events/ospologylive-2025/",
    "board": "/board/",
    "templates": "/templates/",
    "template": "/templates/security-policy/",
    "contribute": "/contribute/improve/",
    "participants": "/participants/",
    "groups": "/groups/",
    "decisions": "/decisions/",
    "page": "/pages/bijdragen/",
    "search": "/search/?q=licentie",
    "not found": "/nergens/",
}
TIMES, MORE = 3, 6  # visits of each page, and how many more of one that seems too slow
PAINT, SHIFT, BYTES = 1000, 0.0, 100_000  # the budget: milliseconds, layout shift, bytes over the line
WATCH = """() => {
  self.shift = 0; self.largest = 0;
  new PerformanceObserver(l => { for (const e of l.getEntries()) self.shift += e.value; })
    .observe({type: 'layout-shift', buffered: true});
  new PerformanceObserver(l => { for (const e of l.getEntries()) self.largest = e.startTime; })
    .observe({type: 'largest-contentful-paint', buffered: true});
}"""
READ = """() => ({
  paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  largest: self.largest, shift: self.shift, elements: document.querySelectorAll('*').length,
})"""


@dataclass(frozen=True)
class Visit:
    """One visit of one page."""

    paint: float
    largest: float
    shift: float
    elements: int
    sent: int
    typeface: int
    requests: int


def main(arguments: list[str]) -> None:
    """Print a line per page and a summary; the exit code is 1 when the budget is not kept."""
    parser = argparse.ArgumentParser(prog="./dev bench pages")
    parser.add_argument("--slower", type=int, default=4, help="how many times slower the processor is")
    parser.add_argument("--markdown", action="store_true", help="print a table for a README")
    chosen = parser.parse_args(arguments)
    rows = []
    with served() as address, chromium() as browser:
        _visit(browser, f"{address}/nl/", chosen.slower)  # the server makes what all pages share
        for name, path in PATHS.items():
            for language in ("nl", "en"):
                url = f"{address}/{language}{path}"
                visits = [_visit(browser, url, chosen.slower) for _ in range(TIMES)]
                while _paint(visits) > PAINT and len(visits) < TIMES + MORE:
                    visits.append(_visit(browser, url, chosen.slower))
                rows.append((f"{name} ({language})", visits))
                if not chosen.markdown:
                    sys.stdout.write(_line(*rows[-1]))
    sys.stdout.write(_table(rows, chosen.slower) if chosen.markdown else _summary(rows))
    sys.exit(0 if all(_is_kept(visits) for _, visits in rows) else 1)


def _visit(browser: "Browser", url: str, slower: int) -> Visit:
    """Open a page as somebody does who was never here."""
    context = browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=1)
    page = context.new_page()
    session = context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    sizes: dict[str, int] = {}

    def responded(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]

    def finished(event: dict[str, Any]) -> None:
        sizes[event["requestId"]] = int(event["encodedDataLength"])

    session.on("Network.responseReceived", responded)
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.add_init_script(f"({WATCH})()")
    page.goto(url, wait_until="load")
    while not page.evaluate("performance.getEntriesByName('first-contentful-paint').length"):
        page.wait_for_timeout(20)
    page.evaluate("document.fonts.ready.then(() => new Promise(done => setTimeout(done, 150)))")  # a late shift shows
    read = page.evaluate(READ)
    context.close()
    counted = {request: size for request, size in sizes.items() if kinds.get(request) != "Image"}
    typeface = sum(size for request, size in counted.items() if kinds.get(request) == "Font")
    sent = sum(counted.values())
    return Visit(read["paint"], read["largest"], read["shift"], read["elements"], sent, typeface, len(sizes))


def _paint(visits: list[Visit]) -> float:
    return min(visit.paint for visit in visits)


def _largest(visits: list[Visit]) -> float:
    return min(visit.largest for visit in visits)


def _most(visits: list[Visit], name: str) -> float:
    return float(max(getattr(visit, name) for visit in visits))


def _is_kept(visits: list[Visit]) -> bool:
    return _paint(visits) <= PAINT and _most(visits, "shift") <= SHIFT and _most(visits, "sent") <= BYTES


def _line(name: str, visits: list[Visit]) -> str:
    figures = (
        f"{_paint(visits):6.0f} ms  {_largest(visits):6.0f} ms  {_most(visits, 'shift'):7.4f}  "
        f"{_most(visits, 'sent') / 1000:6.1f} kB  {_most(visits, 'typeface') / 1000:5.1f} kB  "
        f"{_most(visits, 'requests'):3.0f}  {_most(visits, 'elements'):6.0f}"
    )
    return f"{name:20} {figures}{'' if _is_kept(visits) else '  over budget'}\n"


def _summary(rows: list[tuple[str, list[Visit]]]) -> str:
    paints = [_paint(visits) for _, visits in rows]
    every = [visit for _, visits in rows for visit in visits]
    return (
        f"{len(rows)} pages: first paint {statistics.median(paints):.0f} ms in the middle, {max(paints):.0f} at most; "
        f"layout shift {_most(every, 'shift'):.4f} at most; {_most(every, 'sent') / 1000:.0f} kB at most\n"
    )


def _table(rows: list[tuple[str, list[Visit]]], slower: int) -> str:
    lines = [f"| page | first paint, {slower}x slower | layout shift | over the line | requests | elements |"]
    lines.append("|---|---:|---:|---:|---:|---:|")
    for name, visits in rows:
        paint, shift, sent = _paint(visits), _most(visits, "shift"), _most(visits, "sent") / 1000
        counts = f"{_most(visits, 'requests'):.0f} | {_most(visits, 'elements'):.0f}"
        lines.append(f"| {name} | {paint:.0f} ms | {shift:.3f} | {sent:.0f} kB | {counts} |")
    return "\n".join([*lines, ""])
