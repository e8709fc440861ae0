# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.snapshot import Kind
from ospo.formats import publiccode
from ospo.formats.publiccode_walk import Problem, dotted
from publiccode_documents import VALID, changed
from snapshots import MemorySnapshot

FILES = {"docs/logo.svg", "docs/schermen/start.png", "AUTHORS", "foto's/1.png"}
LONG = "Een zin van vijfentwintig. " * 30


def judged(content: bytes) -> list[tuple[str, int | None, str]]:
    return [(p.key, p.line, p.reason.value) for p in publiccode.validate(content, FILES).errors]


def noted(content: bytes) -> list[tuple[str, str]]:
    return [(p.key, p.reason.value) for p in publiccode.validate(content, FILES).warnings]


def test_a_full_document_is_valid_without_notes() -> None:
    report = publiccode.validate(VALID.encode(), FILES)

    assert (report.version, report.is_newer, report.problems) == ("0", False, ())


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("name: Vergunningenwijzer\n", "", ("name", 1, "key-missing")),
        ("name: Vergunningenwijzer", 'name: ""', ("name", 2, "key-missing")),
        ("name: Vergunningenwijzer", "name:", ("name", 2, "key-missing")),
        ("name: Vergunningenwijzer", "name: [Wijzer]", ("name", 2, "wrong-type")),
        ("name: Vergunningenwijzer", "name: true", ("name", 2, "wrong-type")),
        ("usedBy:", "UsedBy:", ("UsedBy", 11, "key-unknown")),
        ("usedBy:\n  - Gemeente Voorbeeld", "usedBy: Gemeente", ("usedBy", 11, "wrong-type")),
        ("https://github.com/voorbeeld", "git@github.com:voorbeeld", ("url", 3, "not-a-url")),
        ("https://github.com/voorbeeld", "https://[kapot", ("url", 3, "not-a-url")),
        ("https://voorbeeld.example/h", "voorbeeld.example/h", ("description.nl.documentation", 27, "not-a-url")),
        ("https://voorbeeld.example/h", "ftp://voorbeeld.example/h", ("description.nl.documentation", 27, "not-a-url")),
        ("https://voorbeeld.example/gem", "gem", ("organisation.uri", 44, "not-a-uri")),
        ('"2026-10-20"', '"2026-22-10"', ("releaseDate", 5, "not-a-date")),
        ('"2026-10-20"', '"20-10-2026"', ("releaseDate", 5, "not-a-date")),
        ('"2026-10-20"', '"2026-10-20 12:00"', ("releaseDate", 5, "not-a-date")),
        ("docs/logo.svg", "docs/weg.svg", ("logo", 6, "file-missing")),
        ("docs/logo.svg", "docs/logo.gif", ("logo", 6, "file-type")),
        ("docs/logo.svg", "/docs/logo.svg", ("logo", 6, "not-relative")),
        ("docs/logo.svg", "file://docs/logo.svg", ("logo", 6, "not-relative")),
        ("docs/logo.svg", "https://voorbeeld.example/logo.webp", ("logo", 6, "file-type")),
        ("docs/logo.svg", "[docs/logo.svg]", ("logo", 6, "wrong-type")),
        ("platforms:\n  - web", "platforms: []", ("platforms", 7, "key-missing")),
        ("digital-citizenship", "vergunningen", ("categories[0]", 10, "not-in-list")),
        ("stable", "productie", ("developmentStatus", 13, "not-in-list")),
        ("standalone/web", "web", ("softwareType", 14, "not-in-list")),
        ("[NL]", "[XX]", ("intendedAudience.countries[0]", 16, "not-a-country")),
        ("[NL]", "[Nl]", ("intendedAudience.countries[0]", 16, "not-a-country")),
        ("[local-authorities]", "[gemeenten]", ("intendedAudience.scope[0]", 17, "not-in-list")),
        ("  nl:\n", "  nl_NL:\n", ("description.nl_NL", 19, "not-a-language")),
        ("[nl, en-GB]", "[nl, Engels]", ("localisation.availableLanguages[1]", 37, "not-a-language")),
        ("[nl, en-GB]", "[]", ("localisation.availableLanguages", 37, "key-missing")),
        ("localisationReady: true", "localisationReady: yes", ("localisation.localisationReady", 36, "wrong-type")),
        ("optional: false", 'optional: "nee"', ("dependsOn.open[0].optional", 42, "wrong-type")),
        ("    - name: PostgreSQL", "    - naam: PostgreSQL", ("dependsOn.open[0].naam", 40, "key-unknown")),
        ("license: EUPL-1.2", "license: EUPL", ("legal.license", 29, "not-a-licence")),
        ("legal:\n  license: EUPL-1.2\n", "", ("legal", 1, "key-missing")),
        ("  license: EUPL-1.2\n", "  - EUPL-1.2\n", ("legal", 28, "wrong-type")),
        ("team@voorbeeld.example", "team@voorbeeld", ("maintenance.contacts[0].email", 34, "not-a-mail-address")),
        ("type: internal", "type: intern", ("maintenance.type", 31, "not-in-list")),
        ("    - name: Team Verg", "    - affiliation: Verg", ("maintenance.contacts[0].name", 33, "key-missing")),
        ("    features:\n      - Vragenlijst in gewone taal\n", "", ("description.nl.features", 19, "key-missing")),
        ('"0"', '"0.9.9.9"', ("publiccodeYmlVersion", 1, "version-unknown")),
        ('"0"', '"0.1"', ("publiccodeYmlVersion", 1, "version-unknown")),
        ('"0"', "0.5", ("publiccodeYmlVersion", 1, "wrong-type")),
        ("Wijst inwoners de weg", "Wijst " + "x" * 150, ("description.nl.shortDescription", 20, "too-long")),
        ("usedBy:", "inputTypes: [tekst]\nusedBy:", ("inputTypes[0]", 11, "not-a-media-type")),
        ("usedBy:", "supports: [{id: 'alias:abc'}]\nusedBy:", ("supports[0].id", 11, "not-in-list")),
        ("usedBy:", "isBasedOn: [https://a.example/b, c]\nusedBy:", ("isBasedOn[1]", 11, "not-a-url")),
        ("usedBy:", "isBasedOn: {a: b}\nusedBy:", ("isBasedOn", 11, "wrong-type")),
        ("usedBy:", "IT: {countryExtensionVersion: '9'}\nusedBy:", ("IT.countryExtensionVersion", 11, "not-in-list")),
        ("usedBy:", "it: {}\nIT: {}\nusedBy:", ("it", 11, "key-twice")),
        ("usedBy:", "nl: tekst\nusedBy:", ("nl", 11, "key-unknown")),
    ],
)  # fmt: skip
def test_one_mistake_gives_one_problem_with_its_key_and_line(old: str, new: str, problem: tuple[str, int, str]) -> None:
    found = judged(changed(old, new))

    assert problem in found
    assert len(found) <= 2  # an unknown key may leave a mandatory one missing


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        ('"0"', '"0.5.0"', ("publiccodeYmlVersion", "version-old")),
        ('softwareVersion: "2.1.0"', "softwareVersion: 2.1", ("softwareVersion", "number-for-text")),
        ("platforms:\n  - web", "platforms: web", ("platforms", "text-for-list")),
        ("[NL]", "[nl]", ("intendedAudience.countries[0]", "lower-case-country")),
        ("license: EUPL-1.2", "license: EUPL-1.2\n  repoOwner: Gemeente", ("legal.repoOwner", "deprecated")),
        ("license: EUPL-1.2", "license: EUPL-1.2\n  authorsFile: AUTHORS", ("legal.authorsFile", "deprecated")),
        ("usedBy:", "nl: {upl: vergunning}\nusedBy:", ("nl", "section-undefined")),
        ("usedBy:", "IT: {piattaforme: {spid: true}}\nusedBy:", ("IT", "deprecated")),
    ],
)
def test_what_is_outdated_or_imprecise_is_a_note(old: str, new: str, note: tuple[str, str]) -> None:
    content = changed(old, new)

    assert judged(content) == []
    assert note in noted(content)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("docs/logo.svg", "./docs/schermen/../logo.svg"),
        ("docs/logo.svg", "https://voorbeeld.example/logo"),
        ("docs/logo.svg", "foto's/1.png"),
        ("docs/logo.svg", '""'),
        ("usedBy:", "isBasedOn: https://a.example/b\nusedBy:"),
        ("usedBy:", "supports: [{id: 'alias:gdpr'}, {id: 'urn:eli:reg:2016'}]\nusedBy:"),
        ("usedBy:", "outputTypes: [application/geo+json]\nusedBy:"),
        ("usedBy:", "roadmap:\nusedBy:"),
        ("license: EUPL-1.2", "license: EUPL-1.2 OR LicenseRef-Eigen"),
    ],
)
def test_other_ways_to_write_it_are_valid(old: str, new: str) -> None:
    assert judged(changed(old, new)) == []


def test_without_a_list_of_files_a_logo_is_not_looked_for() -> None:
    assert publiccode.validate(VALID.encode()).problems == ()


MAINTENANCE = (
    "maintenance:\n  type: internal\n  contacts:\n    - name: Team Vergunningen\n      email: team@voorbeeld.example\n"
)


@pytest.mark.parametrize(
    ("written", "errors"),
    [
        ("  type: none\n", []),
        ("  type: community\n", [("maintenance.contacts", 30, "key-missing")]),
        ("  type: internal\n  contacts: []\n", []),
        ("  type: contract\n", [("maintenance.contractors", 30, "key-missing")]),
        ("  type: contract\n  contractors: []\n", [("maintenance.contractors", 32, "key-missing")]),
        ("  type: contract\n  contractors: [{name: Bedrijf, until: '2030-01-01'}]\n", []),
        (
            "  type: contract\n  contractors: [{name: Bedrijf}]\n",
            [("maintenance.contractors[0].until", 32, "key-missing")],
        ),
        (
            "  type: none\n  contractors: [{name: Bedrijf, until: '2030-01-01'}]\n",
            [("maintenance.contractors", 32, "contractors-without-contract")],
        ),
        ("  - none\n", [("maintenance", 30, "wrong-type")]),
    ],
)  # fmt: skip
def test_contractors_and_contacts_follow_the_type_of_maintenance(
    written: str, errors: list[tuple[str, int, str]]
) -> None:
    assert judged(changed(MAINTENANCE, f"maintenance:\n{written}")) == errors


def test_before_0_5_contractors_without_a_contract_were_not_forbidden() -> None:
    written = "maintenance:\n  type: none\n  contractors: [{name: Bedrijf, until: '2030-01-01'}]\n"
    content = changed(MAINTENANCE, written).replace(b'"0"', b'"0.4"')

    assert judged(content) == []
    assert ("maintenance.contractors", "contractors-without-contract") in noted(content)


def test_an_empty_list_of_contacts_is_a_note() -> None:
    content = changed(MAINTENANCE, "maintenance:\n  type: internal\n  contacts: []\n")

    assert noted(content) == [("maintenance.contacts", "empty-list")]


def test_what_only_an_older_version_asked_for_is_a_note() -> None:
    content = changed("categories:\n  - digital-citizenship\n", "").replace(b'"0"', b'"0.2"')
    content = content.replace(b'releaseDate: "2026-10-20"\n', b"")

    assert judged(content) == []
    asked = [key for key, reason in noted(content) if reason == "asked-by-declared-version"]
    assert sorted(asked) == [
        "categories",
        "description.nl.genericName",
        "description.nl.longDescription",
        "releaseDate",
    ]
    assert ("organisation", "key-newer-than-version") in noted(content)


def test_0_2_is_content_with_a_generic_name_and_a_long_text() -> None:
    content = VALID.replace("    features:", f"      {LONG}\n    genericName: Wijzer\n    features:").replace(
        '"0"', '"0.2"'
    )

    assert [key for key, reason in noted(content.encode()) if reason == "asked-by-declared-version"] == []


def test_one_language_with_a_long_description_and_features_is_enough() -> None:
    content = changed("legal:", "  en:\n    shortDescription: Shows the way to a permit.\nlegal:")

    assert judged(content) == []


@pytest.mark.parametrize("version", ["0.8", "1", "1.0.0", "2.3"])
def test_a_newer_version_is_not_judged(version: str) -> None:
    report = publiccode.validate(f'publiccodeYmlVersion: "{version}"\n'.encode())

    assert (report.version, report.is_newer, report.problems) == (version, True, ())


def test_a_version_between_releases_counts_as_released() -> None:
    assert judged(changed('"0"', '"0.6.0"')) == []


@pytest.mark.parametrize("written", ["", "publiccodeYmlVersion: []\n", "publiccodeYmlVersion: true\n"])
def test_without_a_version_the_newest_rules_hold(written: str) -> None:
    found = publiccode.validate(changed('publiccodeYmlVersion: "0"\n', written), FILES).errors

    assert [p.key for p in found] == ["publiccodeYmlVersion"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"name: [a\n", ("", 1, "not-yaml")),
        (b"name: a\nname: b\n", ("", 2, "not-yaml")),
        (b"name: a\nomschrijving: caf\xe9\n", ("", 2, "not-utf-8")),
        (b"- name\n", ("", 1, "not-a-mapping")),
        (b"", ("", 1, "not-a-mapping")),
    ],
)
def test_what_is_no_document_is_one_problem(content: bytes, problem: tuple[str, int, str]) -> None:
    assert judged(content) == [problem]


def test_a_description_of_another_form_is_reported_where_it_stands() -> None:
    lists = changed("description:\n  nl:\n", "description: []\nomschrijving:\n  nl:\n")
    empty = changed("description:\n  nl:\n", "description: {}\nomschrijving:\n  nl:\n")
    text = b"description:\n  nl: een tekst\n"

    assert ("description", 18, "wrong-type") in judged(lists)
    assert ("description", 18, "key-missing") in judged(empty)
    assert ("description.nl", 2, "wrong-type") in judged(text)


def test_a_mark_at_the_start_and_other_line_ends_are_fine() -> None:
    content = b"\xef\xbb\xbf" + VALID.replace("\n", "\r\n").encode()

    assert judged(content) == []


def test_read_gives_values_with_lines_and_nothing_for_nonsense() -> None:
    document = publiccode.read(VALID.encode())

    assert (document.value["name"], document.line("url")) == ("Vergunningenwijzer", 3)
    assert publiccode.read(b"\t- a").value == publiccode.read(b"- a").value == {}


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["publiccode.yaml", "publiccode.yml"], "publiccode.yml"),
        (["docs/publiccode.yml", "publiccode.yaml"], "publiccode.yaml"),
        (["PublicCode.yml", "publiccode.yaml"], "publiccode.yaml"),
        (["PublicCode.yml"], "PublicCode.yml"),
        (["templates/publiccode.yml", "publiccode.json"], None),
    ],
)
def test_only_the_root_counts_and_the_usual_name_goes_first(paths: list[str], found: str | None) -> None:
    assert publiccode.locate(paths) == found


def test_a_symlink_is_followed_one_step() -> None:
    files = {"publiccode.yml": "meta/publiccode.yml", "meta/publiccode.yml": VALID}
    kinds = {"publiccode.yml": Kind.SYMLINK}

    assert publiccode.fetch(MemorySnapshot(files, kinds)) == ("publiccode.yml", VALID.encode())
    assert publiccode.fetch(MemorySnapshot({"publiccode.yml": "weg.yml"}, kinds)) is None
    assert publiccode.fetch(MemorySnapshot({"publiccode.yml": VALID}, kinds)) == ("publiccode.yml", VALID.encode())
    assert publiccode.fetch(MemorySnapshot({"publiccode.yml": VALID}, {"publiccode.yml": Kind.SUBMODULE})) is None


def test_a_problem_says_where_in_the_way_people_write_it() -> None:
    assert dotted(("maintenance", "contacts", 0, "name")) == "maintenance.contacts[0].name"
    assert Problem("a", 1, publiccode.Reason.TOO_LONG).is_warning is False
