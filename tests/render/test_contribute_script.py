# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The script of the static site makes the same patch and the same issue as the server, in Node as in a browser."""

import datetime
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import knowledge_base
import sites
from ospo.domain.contribution import Form
from ospo.domain.language import Language
from ospo.domain.site import Kind, Route
from ospo.engine import contributing, questions
from ospo.render.html.views import contribute

SCRIPT = Path(contribute.__file__).parents[1] / "static" / "contribute.js"
TODAY = datetime.date(2026, 11, 26)
LABELS = {one: (lambda name, one=one: contribute._word(one, name)) for one in Language}
RUN = """
require(process.argv[1]);
const {data, answers, about, text, section, today} = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const {proposal} = globalThis.contribute;
proposal(data, answers, about, text, section, today).then((made) => console.log(JSON.stringify(made)));
"""
PRACTICE = {
    "id": "samen-lezen",
    "phase": "publiceren",
    "audience": "jurist",
    "title-nl": 'Lees "samen" $& {{id}} é',
    "question-nl": "Hoe?",
    "brief-nl": "- een\n\n twee\ndrie",
    "why-nl": "Omdat\n\n\x60\x60\x60\x60sh\nls\n\x60\x60\x60\x60",
    "source-title": "Verslag",
    "source-url": "https://voorbeeld.example/",
}
EVENT = {
    "id": "leesdag", "title-nl": "Lezen", "start": "2027-01", "place-nl": "Voorbeeldstad", "language": "nl",
    "organiser": "Wij", "summary-nl": "Samen.", "url": "https://voorbeeld.example/", "source-title": "x",
    "source-url": "https://voorbeeld.example/",
}  # fmt: skip
REPORT = {"claim": "Een\n# twee", "instead": "Drie", "source": "Wet", "source-date": "2026-12"}


def in_node(given: dict[str, Any]) -> dict[str, Any]:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not on this machine")
    made = subprocess.run(
        [node, "-e", RUN, str(SCRIPT)], input=json.dumps(given), capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(made.stdout)
    return found


@pytest.mark.parametrize(("form", "given"), [(Form.PRACTICE, PRACTICE), (Form.EVENT, EVENT), (Form.REPORT, REPORT)])
def test_a_form_gives_the_same_in_both(form: Form, given: dict[str, str], tmp_path: Path) -> None:
    site = sites.fictional(knowledge_base.make(tmp_path).path)
    filled = given | ({"title-en": "Read", "question-en": "How?"} if form is Form.PRACTICE else {})
    answers = questions.cleaned(form, filled)
    data = json.loads(contribute._data(site, form, Route(Kind.CONTRIBUTE, form, Language.NL)))
    about = [["page", "norm/x"]] if form is Form.REPORT else []

    there = contributing.propose(form, filled, site.library, TODAY, LABELS, page="norm/x" if about else "")
    here = in_node({"data": data, "answers": answers, "about": about, "text": None, "section": 0, "today": str(TODAY)})

    assert there.problems == ()
    assert here["change"] == there.diff
    assert here["issue"] == there.issue


@pytest.mark.parametrize("section", [0, 1])
def test_a_section_gives_the_same_in_both(section: int, tmp_path: Path) -> None:
    site = sites.fictional(knowledge_base.make(tmp_path).path)
    text = contributing.text_of(site.library, "practice/open-werken", Language.NL)
    assert text is not None
    parts = contributing.sections(text.body)
    section = min(section, len(parts) - 1)
    part = parts[section]
    given = {"text": part.text.strip("\n").replace(" ", "  ", 3) + "\n\nErbij.\n- punt", "reason": "Beter"}
    data = json.loads(contribute._data(site, Form.IMPROVE, Route(Kind.CONTRIBUTE, "improve", Language.NL)))
    about = [["page", "practice/open-werken"], ["file", f"content/{text.path}"], ["section", part.title]]
    source = {"path": text.path, "title": text.title, "line": text.body_line, "body": text.body}

    there = contributing.propose(
        Form.IMPROVE, given, site.library, TODAY, LABELS, page="practice/open-werken", section=section
    )
    here = in_node(
        {
            "data": data,
            "answers": questions.cleaned(Form.IMPROVE, given),
            "about": [pair for pair in about if pair[1]],
            "text": source,
            "section": section,
            "today": str(TODAY),
        }
    )

    assert there.diff
    assert (here["change"], here["issue"]) == (there.diff, there.issue)
