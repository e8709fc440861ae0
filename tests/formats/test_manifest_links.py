# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import manifest_links, publiccode

SITE = "http://a.voorbeeld.nl"
OTHER = "http://maker.voorbeeld.nl"
POM = f"""<?xml version="1.0"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <!-- <url>http://oud.voorbeeld.nl</url> -->
  <organization><url>{OTHER}</url></organization>
  <licenses><license><url>http://www.apache.org/licenses</url></license></licenses>
  <url>{SITE}</url>
  <scm>
    <url>git://github.com/a/b</url>
    <connection>scm:git:git://github.com/a/b.git</connection>
    <developerConnection>scm:git:ssh://git@github.com/a/b.git</developerConnection>
  </scm>
</project>
"""


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("package.json", f'{{\n  "homepage": "{SITE}",\n  "author": {{"url": "{OTHER}"}}\n}}', 2),
        ("package.json", f'{{"repository": {{"url": "git+{SITE}"}}}}', 1),
        ("package.json", f'{{"bugs": "{SITE}"}}', 1),
        ("composer.json", f'{{"authors": [{{"homepage": "{OTHER}"}}],\n"homepage": "{SITE}"}}', 2),
        ("pyproject.toml", f'[project.urls]\nHomepage = "{SITE}"\n', 2),
        ("pyproject.toml", f'[project.urls]\n"Bug Tracker" = "{SITE}"\n', 2),
        ("Cargo.toml", f'[package]\nrepository = "{SITE}"\n', 2),
        ("setup.cfg", f"[metadata]\nurl = {SITE}\n", 2),
        ("setup.py", f'setup(\n    url="{SITE}",\n)', 2),
        ("DESCRIPTION", f"Package: a\nURL: {SITE}\n", 2),
        ("Chart.yaml", f"name: a\nhome: {SITE}\n", 2),
        ("CITATION.cff", f"url: {SITE}\n", 1),
        ("a.gemspec", f'  spec.homepage = "{SITE}"\n', 1),
        ("A.csproj", f"<PackageProjectUrl>{SITE}</PackageProjectUrl>", 1),
    ],
)
def test_the_places_that_a_package_names_are_found(path: str, text: str, line: int) -> None:
    assert manifest_links.is_manifest(path)
    assert [(link.target, link.line) for link in manifest_links.in_manifest(path, text)] == [(SITE, line)]


def test_a_pom_names_its_own_place_beside_those_of_others() -> None:
    links = [(link.target, link.line) for link in manifest_links.in_manifest("pom.xml", POM)]

    assert links == [(SITE, 6), ("git://github.com/a/b", 8), ("git://github.com/a/b.git", 9)]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"homepage": 3, "bugs": {"url": null}}', "[" * 100_000])
def test_a_manifest_that_is_broken_names_nothing(text: str) -> None:
    assert [*manifest_links.in_manifest("package.json", text), *manifest_links.in_manifest("pom.xml", text)] == []


def test_only_files_in_the_root_are_asked() -> None:
    assert not manifest_links.is_manifest("web/package.json")
    assert not manifest_links.is_manifest("lib/a.gemspec")


def test_a_publiccode_names_the_places_of_the_project() -> None:
    text = f"url: {SITE}\nlandingURL: 3\norganisation:\n  uri: {OTHER}\n"
    text += f"description:\n  nl:\n    documentation: {SITE}/docs\n"

    links = manifest_links.in_publiccode(publiccode.read(text.encode()))

    assert [(link.target, link.line) for link in links] == [(SITE, 1), (f"{SITE}/docs", 7)]
