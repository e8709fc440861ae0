# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The schemas of security-insights.yml, in our own words: versions 1.0 and 2.0 to 2.2.

Source: https://github.com/ossf/security-insights at the tags v1.0.0, v2.0.0, v2.1.0 and v2.2.0 (read 2026-11-25).
Where versions of one series differ, the widest counts: what one of them allows is no error here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Form(Enum):
    """How a single value must look."""

    TEXT = "text"
    FLAG = "flag"
    DATE = "date"
    MOMENT = "moment"
    URL = "url"
    MAIL = "mail"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these texts, whatever the case."""

    among: frozenset[str]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list; in series 2 only the first item of a list of people needs to be whole (`only_first`)."""

    of: "Kind"
    is_filled: bool = False
    only_first: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping: the kind of each key, and the keys that must be there."""

    keys: Mapping[str, "Kind"]
    required: frozenset[str] = frozenset()


Kind = Form | Choice | Listed | Record


def _record(required: str, **keys: Kind) -> Record:
    """Keys are written with underscores for hyphens; `required` names them apart by spaces, as the file does."""
    return Record({name.replace("_", "-"): kind for name, kind in keys.items()}, frozenset(required.split()))


def _urls(names: str) -> dict[str, Kind]:
    return dict.fromkeys(names.replace("-", "_").split(), Form.URL)


_STATUS = frozenset({"active", "abandoned", "concept", "inactive", "moved", "suspended", "unsupported", "wip"})
_T, _F, _D, _U = Form.TEXT, Form.FLAG, Form.DATE, Form.URL

_CONTACT = _record("name primary", name=_T, primary=_F, affiliation=_T, email=Form.MAIL, social=_T)
_PEOPLE = Listed(_CONTACT, is_filled=True, only_first=True)
_LICENCE = _record("url expression", url=_U, expression=_T)
_LINK = _record("uri comment", uri=_T, comment=_T)
_ASSESSMENT = _record("comment", comment=_T, name=_T, evidence=_U, date=_D)
_ATTESTATION = _record("name location predicate-uri", name=_T, location=_U, predicate_uri=_T, comment=_T)
_RESULTS = _record("", adhoc=_ATTESTATION, ci=_ATTESTATION, release=_ATTESTATION)
_TOOL = _record(
    "name type rulesets integration results",
    name=_T,
    type=Choice(frozenset({"fuzzing", "container", "secret", "sca", "sast", "other"})),
    version=_T,
    comment=_T,
    rulesets=Listed(_T),
    integration=_record("adhoc ci release", adhoc=_F, ci=_F, release=_F),
    results=_RESULTS,
)
_REPORTING = _record(
    "reports-accepted bug-bounty-available",
    reports_accepted=_F,
    bug_bounty_available=_F,
    bug_bounty_program=_U,
    contact=_CONTACT,
    comment=_T,
    security_policy=_U,
    policy=_U,
    pgp_key=_T,
    in_scope=Listed(_T),
    out_of_scope=Listed(_T),
)
_PROJECT = _record(
    "name administrators repositories vulnerability-reporting",
    name=_T,
    homepage=_U,
    roadmap=_U,
    funding=_U,
    steward=_LINK,
    administrators=_PEOPLE,
    repositories=Listed(_record("name comment url", name=_T, comment=_T, url=_U), is_filled=True, only_first=True),
    vulnerability_reporting=_REPORTING,
    documentation=_record(
        "",
        **_urls("design detailed-guide code-of-conduct quickstart-guide release-process support-policy"),
        signature_verification=_U,
    ),
)
_REPOSITORY = _record(
    "status url accepts-change-request accepts-automated-change-request core-team license security",
    status=Choice(_STATUS),
    url=_U,
    accepts_change_request=_F,
    accepts_automated_change_request=_F,
    bug_fixes_only=_F,
    no_third_party_packages=_F,
    core_team=_PEOPLE,
    license=_LICENCE,
    security=_record(
        "assessments",
        assessments=Record({"self": _ASSESSMENT, "third-party": Listed(_ASSESSMENT)}, frozenset({"self"})),
        champions=Listed(_CONTACT, only_first=True),
        tools=Listed(_TOOL),
    ),
    documentation=_record(
        "", **_urls("contributing-guide dependency-management-policy governance review-policy security-policy")
    ),
    release=_record(
        "automated-pipeline distribution-points",
        automated_pipeline=_F,
        distribution_points=Listed(_LINK, is_filled=True, only_first=True),
        changelog=_U,
        license=_LICENCE,
        attestations=Listed(_ATTESTATION),
    ),
)
SERIES_2 = _record(
    "header",
    header=_record(
        "last-reviewed last-updated schema-version url",
        last_reviewed=_D,
        last_updated=_D,
        schema_version=_T,
        url=_U,
        comment=_T,
        project_si_source=_U,
    ),
    project=_PROJECT,
    repository=_REPOSITORY,
)

_MADE: dict[str, Kind] = {"evidence_url": Listed(_U), "comment": _T}
SERIES_1 = _record(
    "header project-lifecycle contribution-policy distribution-points security-contacts vulnerability-reporting",
    header=_record(
        "expiration-date project-url schema-version",
        schema_version=_T,
        expiration_date=Form.MOMENT,
        last_updated=_D,
        last_reviewed=_D,
        commit_hash=_T,
        project_url=_U,
        project_release=_T,
        changelog=_U,
        license=_U,
    ),
    project_lifecycle=_record(
        "status bug-fixes-only",
        bug_fixes_only=_F,
        core_maintainers=Listed(_T),
        roadmap=_U,
        release_cycle=_U,
        release_process=_T,
        status=Choice(_STATUS),
    ),
    contribution_policy=_record(
        "accepts-pull-requests accepts-automated-pull-requests",
        accepts_pull_requests=_F,
        accepts_automated_pull_requests=_F,
        automated_tools_list=Listed(
            _record("automated-tool action", automated_tool=_T, action=_T, path=Listed(_T), comment=_T)
        ),
        contributing_policy=_U,
        code_of_conduct=_U,
    ),
    documentation=Listed(_U),
    distribution_points=Listed(_T),
    security_artifacts=_record(
        "",
        threat_model=_record("threat-model-created", threat_model_created=_F, **_MADE),
        self_assessment=_record("self-assessment-created", self_assessment_created=_F, **_MADE),
        other_artifacts=Listed(_record("", artifact_name=_T, artifact_created=_F, **_MADE)),
    ),
    security_testing=Listed(
        _record(
            "tool-type tool-name tool-version integration",
            integration=_record("ad-hoc ci before-release", ad_hoc=_F, ci=_F, before_release=_F),
            tool_name=_T,
            tool_rulesets=Listed(_T),
            tool_type=Choice(frozenset({"sast", "dast", "iast", "fuzzer", "sca"})),
            tool_url=_U,
            tool_version=_T,
            comment=_T,
        )
    ),
    security_assessments=Listed(
        _record(
            "auditor-name auditor-url report-year",
            auditor_name=_T,
            auditor_report=_U,
            auditor_url=_U,
            report_year=Form.YEAR,
            comment=_T,
        )
    ),
    security_contacts=Listed(
        _record("type value", primary=_F, type=Choice(frozenset({"email", "phone", "url"})), value=_T)
    ),
    vulnerability_reporting=_record(
        "accepts-vulnerability-reports",
        accepts_vulnerability_reports=_F,
        bug_bounty_available=_F,
        bug_bounty_url=_U,
        email_contact=Form.MAIL,
        security_policy=_U,
        pgp_key=_T,
        in_scope=Listed(_T),
        out_scope=Listed(_T),
        comment=_T,
    ),
    dependencies=_record(
        "",
        third_party_packages=_F,
        dependencies_lists=Listed(_U),
        sbom=Listed(_record("", sbom_file=_U, sbom_format=_T, sbom_url=_U, sbom_creation=_T)),
        dependencies_lifecycle=_record("", policy_url=_U, comment=_T),
        env_dependencies_policy=_record("", policy_url=_U, comment=_T),
    ),
)
