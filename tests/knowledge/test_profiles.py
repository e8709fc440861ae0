# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Profiles on disk: every field arrives, and every slip is said with its line."""

import datetime
from pathlib import Path

import pytest

from knowledge_base import KnowledgeBase
from ospo import knowledge
from ospo.domain.declaration import RepositoryKind, Waiver
from ospo.domain.identifier import ProfileId
from ospo.domain.language import Language
from ospo.domain.profile import Importance, Pick, Subject
from ospo.errors import ContentError, SettingsError

HEAD = """id: huis
title: {nl: "Huisregels", en: "House rules"}
summary: {nl: "Wat wij vragen.", en: "What we ask."}
version: "2"
date: 2026-11-25
keeper: redactie-ospo
licence: CC0-1.0
proposal: false
"""
WHOLE = (
    HEAD
    + """extends: [erf]
facts: [geschat-aantal]
source: {title: Beleid, url: "https://voorbeeld.example/beleid", date: 2026}
must:
  checks: [has-licence-file]
  controls: ["VN-1"]
should:
  levels: [{norm: voorbeeldnorm, level: 1, axis: links}]
leave-out:
  - {check: has-ci, reason: {nl: "Geen code.", en: "No code."}}
  - {control: "VN-2", reason: {nl: "Niet hier.", en: "Not here."}}
parameters:
  - {check: is-active, name: days, value: 30, source: "artikel 7"}
  - {check: is-active, name: allowed, value: [MIT], source: "artikel 8"}
kinds:
  - kind: data
    must: {checks: [has-changelog]}
tiers:
  - id: kern
    title: {nl: "Kern", en: "Core"}
    should: {checks: [has-governance]}
waivers:
  - {check: has-contributing, reason: "Komt nog.", role: OSPO-lead, until: 2027-01-31}
"""
)


@pytest.fixture
def base(base: KnowledgeBase) -> KnowledgeBase:
    base.remove("profiles/voorbeeldbeleid.yaml")
    return base


def test_every_field_of_a_profile_arrives(base: KnowledgeBase) -> None:
    base.write("profiles/huis.yaml", WHOLE)
    found = base.load().profiles[ProfileId("huis")]

    must, should = Importance.MUST, Importance.SHOULD
    assert found.part.picks == (
        Pick(Subject.CHECK, "has-licence-file", must),
        Pick(Subject.CONTROL, "VN-1", must),
        Pick(Subject.LEVEL, "voorbeeldnorm", should, "links", 1),
    )
    assert [(i.subject, i.about, i.reason[Language.EN], i.profile) for i in found.part.left_out] == [
        (Subject.CHECK, "has-ci", "No code.", "huis"),
        (Subject.CONTROL, "VN-2", "Not here.", "huis"),
    ]
    assert [(t.name, t.value, t.source) for t in found.part.thresholds] == [
        ("days", 30, "artikel 7"),
        ("allowed", ("MIT",), "artikel 8"),
    ]
    assert [p.about for p in found.kinds[RepositoryKind.DATA].picks] == ["has-changelog"]
    assert (found.tiers["kern"].title[Language.NL], found.tiers["kern"].part.picks[0].importance) == ("Kern", should)
    assert found.waivers == (Waiver("has-contributing", "Komt nog.", "OSPO-lead", datetime.date(2027, 1, 31)),)
    assert (found.extends, found.facts, found.is_proposal) == (("erf",), ("geschat-aantal",), False)
    assert found.source is not None
    assert (found.source.date, found.title[Language.EN], found.version) == ("2026", "House rules", "2")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD.replace("id: huis", "id: schuur"), "has the id 'schuur' but the file is called 'huis'"),
        (HEAD.replace('version: "2"\n', ""), "misses the field 'version'"),
        (HEAD.replace("false", "nee"), "'proposal' must be true or false"),
        (HEAD.replace("2026-11-25", "25 november"), "'date' must be a date"),
        (HEAD + "musts: {}\n", "unknown field 'musts'"),
        (HEAD + "must: {checks: has-ci}\n", "'must.checks' must be a list"),
        (HEAD + "kinds: [{kind: spel}]\n", "'kinds.1.kind' must be one of"),
        (HEAD + "kinds: [{kind: data}, {kind: data}]\n", "has 'data' twice"),
        (HEAD + "tiers: [{id: a, title: {nl: a}}]\n", "misses the field 'tiers.1.title.en'"),
        (HEAD + "leave-out: [{reason: {nl: a, en: a}}]\n", "either 'check' or 'control'"),
        (HEAD + "waivers: [{check: a, control: b, reason: c, role: d, until: 2027-01-01}]\n", "either 'check'"),
        (HEAD + "waivers: [{check: a, reason: c, role: d}]\n", "misses the field 'waivers.1.until'"),
        (HEAD + "parameters: [{check: a, name: b, value: 1}]\n", "misses the field 'parameters.1.source'"),
        (HEAD + "parameters: [{check: a, name: b, value: [1], source: c}]\n", "must be text"),
        (HEAD + "parameters: [{check: a, name: b, value: {c: d}, source: c}]\n", "must be text"),
        (HEAD + "must: {levels: [{norm: a, level: 0}]}\n", "'must.levels.1.level' cannot be 0"),
        ("[]", "must hold 'key: value' lines"),
    ],
    ids=range(17),
)
def test_a_slip_is_said_in_its_file(base: KnowledgeBase, text: str, said: str) -> None:
    base.write("profiles/huis.yaml", text)
    found = base.problems()

    assert len(found) == 1
    assert found[0].startswith("profiles/huis.yaml")
    assert said in found[0]


def test_a_profile_elsewhere_may_have_any_name(tmp_path: Path) -> None:
    path = tmp_path / "beleid van ons.yml"
    path.write_text(WHOLE, "utf-8")

    assert knowledge.read_profile(path).id == "huis"


def test_a_profile_elsewhere_that_is_wrong_names_every_problem(tmp_path: Path) -> None:
    path = tmp_path / "beleid.yaml"
    path.write_text(HEAD.replace("false", "nee") + "musts: {}\n", "utf-8")

    with pytest.raises(ContentError) as error:
        knowledge.read_profile(path)
    assert len(error.value.problems) == 2


def test_a_profile_that_is_not_there_or_far_too_large_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * 1_000_001)

    with pytest.raises(SettingsError, match="cannot be read"):
        knowledge.read_profile(tmp_path / "gone.yaml")
    with pytest.raises(SettingsError, match="too large"):
        knowledge.read_profile(large)
