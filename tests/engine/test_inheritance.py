# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an owner supplies counts for its repositories: only what a forge passes on, and it says where it stands."""

import pytest

from ospo import checks
from ospo.domain.evidence import Defaults
from ospo.domain.finding import Evidence, Outcome, Verdict
from ospo.engine import scan
from snapshots import MemorySnapshot

HERE = ("https://github.com/voorbeeld/kaart",)
AT_OWNER = ("https://github.com/voorbeeld/.github",)
POLICY = "# Security\n\nReport a vulnerability to security@voorbeeld.example.\n"


def judged(check: str, own: dict[str, str], supplied: dict[str, str] | None, *remotes: str) -> Verdict:
    defaults = None
    if supplied is not None:
        defaults = Defaults("voorbeeld/.github", MemorySnapshot(supplied, remotes=AT_OWNER))
    return scan.verdict(MemorySnapshot(own, remotes=remotes or HERE, defaults=defaults), checks.load(check))


@pytest.mark.parametrize("path", ["SECURITY.md", ".github/SECURITY.md", "docs/security.rst"])
def test_a_file_of_the_owner_is_met_with_the_address_where_it_stands(path: str) -> None:
    found = judged("names-private-channel", {"README.md": "# Kaart"}, {path: POLICY})

    line = found.evidence[0].url or ""
    assert (found.outcome, found.reason) == (Outcome.MET, "inherited")
    assert line.startswith(f"https://github.com/voorbeeld/.github/blob/{'c' * 40}/{path}#L")
    assert found.values["origin"] == "voorbeeld/.github@ccccccc"


def test_without_a_look_at_the_owner_it_stays_unknown() -> None:
    assert judged("has-security-policy", {}, None).reason == "may-be-inherited"


def test_an_owner_that_supplies_nothing_makes_it_not_met_and_names_the_file_to_add() -> None:
    found = judged("has-security-policy", {}, {"README.md": POLICY})

    assert (found.outcome, found.reason, found.values["file"]) == (Outcome.NOT_MET, "not-inherited", "SECURITY.md")


def test_a_policy_of_the_owner_that_points_elsewhere_settles_nothing() -> None:
    elsewhere = "# Security\n\nSee [our policy](https://voorbeeld.example/cvd) on reporting a vulnerability.\n"
    found = judged("code-of-conduct-names-contact", {}, {"CODE_OF_CONDUCT.md": "See https://voorbeeld.example/code"})

    assert found.outcome is not Outcome.MET
    assert judged("has-security-policy", {}, {"SECURITY.md": elsewhere}).outcome is Outcome.MET


def test_the_own_file_goes_before_that_of_the_owner() -> None:
    found = judged("names-private-channel", {"SECURITY.md": "Please open an issue."}, {"SECURITY.md": POLICY})

    assert (found.outcome, found.reason) == (Outcome.NOT_MET, "public-only")


@pytest.mark.parametrize("check", ["has-licence-file", "codeowners-is-valid", "has-changelog", "names-maintainers"])
def test_what_no_forge_passes_on_is_not_inherited(check: str) -> None:
    supplied = {"LICENSE": "MIT", "CODEOWNERS": "* @voorbeeld/team", "CHANGELOG.md": "# 1.0", "MAINTAINERS": "team"}

    assert judged(check, {}, supplied) == judged(check, {}, None)


def test_the_defaults_repository_itself_inherits_nothing() -> None:
    found = judged("has-security-policy", {}, {}, *AT_OWNER)

    assert (found.outcome, found.reason) == (Outcome.NOT_MET, "missing")


def test_on_gitlab_the_profile_of_the_group_counts_but_its_absence_changes_nothing() -> None:
    remote = "https://gitlab.com/voorbeeld/kaart"

    assert judged("has-security-policy", {}, {"SECURITY.md": POLICY}, remote).reason == "inherited"
    assert judged("has-security-policy", {}, {}, remote).reason == "missing"


def test_on_gitlab_a_template_of_the_group_counts_and_without_one_it_may_still_be_a_setting() -> None:
    remote = "https://gitlab.com/voorbeeld/kaart"
    template = {".gitlab/merge_request_templates/Default.md": "Wat verandert er?"}

    assert judged("requests-have-a-template", {}, template, remote).reason == "inherited"
    assert judged("requests-have-a-template", {}, {}, remote).reason == "may-be-set"
    assert judged("requests-have-a-template", {}, {".gitlab/issue_templates/x.md": "x"}, remote).reason == "may-be-set"


def test_without_an_address_of_the_owner_the_evidence_names_repository_commit_and_path() -> None:
    defaults = Defaults("voorbeeld/.github", MemorySnapshot({"SECURITY.md": POLICY}))
    snapshot = MemorySnapshot({}, remotes=HERE, defaults=defaults)

    found = scan.verdict(snapshot, checks.load("has-security-policy"))

    assert found.evidence == (Evidence("voorbeeld/.github@ccccccc:SECURITY.md"),)
