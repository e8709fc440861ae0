# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bring the NL Design System components and the typeface up to date.

The site ships the CSS of the components it uses, so that it needs neither Node nor a third-party request.
To renew it: `npm install` the packages named in PACKAGES somewhere, then

    python tools/update_components.py path/to/node_modules

Only the rules whose classes occur in our templates and renderers are kept; the notices of the makers stay.
"""

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1] / "src" / "ospo" / "render" / "html"
PACKAGES = (
    "root", "body", "article", "heading-1", "heading-2", "heading-3", "heading-4", "paragraph", "link", "skip-link",
    "breadcrumb-nav", "button", "textbox", "search-bar", "table", "unordered-list", "ordered-list", "alert",
    "separator",
    "code-block", "code", "data-list", "data-badge", "link-list", "page-header", "page-footer",
)  # fmt: skip
FONT = "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2"
NOTICE = """/*!
 * Components of NL Design System, Utrecht components (https://github.com/nl-design-system/utrecht)
 * SPDX-FileCopyrightText: Copyright (c) 2020-2024 Gemeente Utrecht
 * SPDX-FileCopyrightText: Copyright (c) 2020-2024 Frameless B.V.
 * SPDX-License-Identifier: EUPL-1.2
 * Selected by tools/update_components.py; do not edit.
 */"""
_CLASS = re.compile(r"\.(utrecht-[\w-]+)")
_NOT = re.compile(r":not\([^()]*\)")
_USED = re.compile(r"utrecht-[\w-]+")


def used_classes() -> set[str]:
    """Every component class that a template or a renderer of ours writes."""
    files = [*ROOT.rglob("*.html"), *ROOT.rglob("*.py")]
    return {name for path in files for name in _USED.findall(path.read_text("utf-8"))}


def rules(css: str) -> list[str]:
    """The top-level rules of a style sheet, at-rules whole."""
    found, depth, start = [], 0, 0
    for position, character in enumerate(css):
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
            if depth == 0:
                found.append(css[start : position + 1].strip())
                start = position + 1
    return found


def kept(rule: str, used: set[str]) -> str | None:
    """The rule with only the selectors that can match; None when none can."""
    head, brace, body = rule.partition("{")
    if head.startswith("@media"):
        inner = [k for r in rules(body.rstrip()[:-1]) if (k := kept(r, used))]
        return f"{head}{{{''.join(inner)}}}" if inner else None
    if head.startswith("@"):
        return None
    wanted = [
        s for s in selectors(head) if _CLASS.search(s) and all(c in used for c in _CLASS.findall(_NOT.sub("", s)))
    ]
    return f"{','.join(wanted)}{brace}{body}" if wanted else None


def selectors(head: str) -> list[str]:
    """The selectors of a rule; a comma inside brackets, as in `:not(a, b)`, parts nothing."""
    found, depth = [""], 0
    for character in head:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            found.append("")
        else:
            found[-1] += character
    return [s.strip() for s in found]


def main(modules: Path) -> None:
    """Write static/components.css and the typeface."""
    used = used_classes()
    parts = [NOTICE]
    for name in PACKAGES:
        css = (modules / "@utrecht" / f"{name}-css" / "dist" / "index.css").read_text("utf-8")
        css = re.sub(r"/\*.*?\*/|@charset[^;]*;", "", css, flags=re.S)
        parts += [re.sub(r"\s+", " ", rule) for r in rules(css) if (rule := kept(r, used))]
    (ROOT / "static" / "components.css").write_text("\n".join(parts) + "\n", "utf-8")
    shutil.copyfile(modules / FONT, ROOT / "static" / "source-sans-3.woff2")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
