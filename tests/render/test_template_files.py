# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

import sites
from ospo.domain.identifier import TemplateId
from ospo.domain.language import Language
from ospo.domain.site import Kind, Route
from ospo.domain.template import TemplateFile
from ospo.render import template_files


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("SECURITY.md", "SECURITY.md.txt"),
        (".github/CODEOWNERS", "github-CODEOWNERS.txt"),
        (".well-known/security.txt", "well-known-security.txt.txt"),
    ],
)
def test_a_file_has_a_place_beside_its_page_that_a_web_server_gives(path: str, name: str) -> None:
    route = Route(Kind.TEMPLATE, TemplateId("x"), Language.NL)

    assert template_files.address(route, TemplateFile(path, {})) == f"/nl/templates/x/{name}"


def test_a_practice_leads_to_its_template_and_that_to_the_file_as_it_is() -> None:
    site = sites.live()
    page = site.page("/nl/practices/kwetsbaarheden-melden/")
    template = site.page("/nl/templates/security-policy/")
    assert page is not None
    assert template is not None

    assert 'href="/nl/templates/security-policy/"' in page.content.decode()
    assert "ospo adopt kwetsbaarheden-melden ." in page.content.decode()
    assert "Mail naar &lt;{{mailbox}}&gt;." in template.content.decode()
    address = "/nl/templates/security-policy/SECURITY.md.txt"
    assert f'href="{address}"' in template.content.decode()
    text = site.library.templates[TemplateId("security-policy")].files[0].texts[Language.NL]
    assert site.beside[address].file().content.decode() == text


def test_a_text_in_a_practice_can_be_downloaded_as_it_stands_there() -> None:
    site = sites.live()
    page = site.page("/nl/practices/mandaat/")
    assert page is not None

    address = "/nl/practices/mandaat/text-1.md.txt"

    assert f'href="{address}"' in page.content.decode()
    assert site.beside[address].file().content.decode().startswith("# Besluit instelling OSPO")
