# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finds every message of the program in its source, by reading it and not by running it.

Babel reads the templates and the source of Click; our own Python needs more than Babel offers.
"""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages import extract
from jinja2 import Environment, nodes

from python_messages import ROOT, Message

SOURCE = ROOT / "src" / "ospo"
TEMPLATES = SOURCE / "render" / "html" / "templates"


def in_templates() -> list[Message]:
    """Every message in the templates of the site."""
    found = []
    for path in sorted(TEMPLATES.rglob("*.html")):
        place = path.relative_to(ROOT).as_posix()
        for line, text, _, _ in extract.extract("jinja2", io.BytesIO(path.read_bytes()), {"say": None}):
            found.append(Message(str(text), f"{place}:{line}"))
        found += [
            Message(text, place) for text in _in_loops(Environment(autoescape=True).parse(path.read_text("utf-8")))
        ]
    return found


def _in_loops(template: nodes.Template) -> Iterator[str]:
    """The messages in a list that a template writes out and walks: {% for key, label in [("a", "About")] %}."""
    for loop in template.find_all(nodes.For):
        targets = loop.target.items if isinstance(loop.target, nodes.Tuple) else [loop.target]
        names = [target.name for target in targets if isinstance(target, nodes.Name)]
        said = {
            call.args[0].name
            for call in loop.find_all(nodes.Call)
            if isinstance(call.node, nodes.Name) and call.node.name == "say" and isinstance(call.args[0], nodes.Name)
        }
        for item in loop.iter.items if isinstance(loop.iter, nodes.List | nodes.Tuple) else []:
            values = item.items if isinstance(item, nodes.Tuple) else [item]
            for name, value in zip(names, values, strict=False):
                if name in said and isinstance(value, nodes.Const):
                    yield str(value.value)


def in_click() -> list[Message]:
    """Every message of Click itself, as its source writes them."""
    import click

    keywords = {"_": None, "ngettext": (1, 2)}
    folder = Path(str(click.__file__)).parent
    found = []
    for _, line, texts, _, _ in extract.extract_from_dir(folder, [("**.py", "python")], keywords=keywords):
        found += [Message(text, f"click:{line}") for text in ((texts,) if isinstance(texts, str) else texts)]
    return found
