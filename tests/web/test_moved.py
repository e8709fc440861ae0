# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The live site sends who asks for an address that was given up to what has its place."""

from pathlib import Path

import pytest
from litestar.testing import TestClient

import knowledge_base
import sites
from ospo.web.application import create

REDIRECTS = """
- {was: practices/oud, now: practices/licentie-kiezen, since: 2026-11-26}
- {was: practices/term, now: glossary#licentie, since: 2026-11-26}
"""


@pytest.mark.parametrize("base", ["", "/ospo"])
@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/nl/practices/oud/", "/nl/practices/licentie-kiezen/"),
        ("/nl/practices/oud", "/nl/practices/licentie-kiezen/"),
        ("/en/practices/oud/?q=een%20vraag", "/en/practices/licentie-kiezen/?q=een%20vraag"),
        ("/nl/practices/term/", "/nl/glossary/#licentie"),
        ("/nl/practices/term/?q=%0d%0aSet-Cookie:x", "/nl/glossary/?q=%0d%0aSet-Cookie:x#licentie"),
    ],
)
def test_an_old_address_is_answered_for_good(tmp_path: Path, base: str, path: str, location: str) -> None:
    content = knowledge_base.make(tmp_path)
    content.write("redirects.yaml", REDIRECTS)
    site = sites.fictional(content.path, address=f"https://voorbeeld.example{base}")

    with TestClient(create(site)) as client:
        answer = client.get(path, follow_redirects=False)

    assert (answer.status_code, answer.headers["location"]) == (301, base + location)
    assert "set-cookie" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"
