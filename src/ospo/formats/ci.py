# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Continuous integration: the files by which each system is configured, and the events that mean "on a change"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ospo.formats import tree
from ospo.formats.expression import Expression
from ospo.formats.tree import Paths


@dataclass(frozen=True, slots=True)
class System:
    """One system of continuous integration; `expression` fits the whole path of its files."""

    name: str
    expression: Expression


@dataclass(frozen=True, slots=True)
class Pipeline:
    """One file by which a system is configured."""

    system: str
    path: str


def _system(name: str, pattern: str) -> System:
    return System(name, Expression(pattern, re.IGNORECASE))


GITHUB = "GitHub Actions"
GITLAB = "GitLab CI"
SYSTEMS = (
    _system(GITHUB, r"\.github/workflows/[^/]+\.ya?ml"),
    _system("Forgejo Actions", r"\.forgejo/workflows/[^/]+\.ya?ml"),
    _system("Gitea Actions", r"\.gitea/workflows/[^/]+\.ya?ml"),
    _system(GITLAB, r"\.gitlab-ci\.ya?ml"),
    _system(
        "Azure Pipelines",
        r"(?:[^/]+/)?(?:azure-pipelines?|\.vsts-ci)[^/]*\.ya?ml|(?:\.azure|\.azuredevops|\.azure-pipelines|\.pipelines"
        r"|azure-pipelines)/(?:.+/)?[^/]+\.ya?ml",
    ),
    _system("Jenkins", r"(?:(?:jenkins|ci|\.jenkins|\.ci)/(?:.+/)?)?(?:jenkinsfile[^/]*|[^/]+\.jenkinsfile)"),
    _system("CircleCI", r"\.circleci/config\.ya?ml"),
    _system("Travis CI", r"\.travis\.ya?ml"),
    _system("Woodpecker", r"\.woodpecker\.ya?ml|\.woodpecker/(?:.+/)?[^/]+\.ya?ml"),
    _system("Drone", r"\.drone\.(?:ya?ml|star|jsonnet)"),
    _system("Tekton", r"\.tekton/(?:.+/)?[^/]+\.ya?ml"),
    _system("Bitbucket Pipelines", r"bitbucket-pipelines\.ya?ml"),
    _system("AppVeyor", r"\.?appveyor\.ya?ml"),
    _system("Cirrus CI", r"\.cirrus\.(?:ya?ml|star)"),
    _system("Semaphore", r"\.semaphore/[^/]+\.ya?ml"),
    _system("Buildkite", r"\.buildkite/[^/]+\.(?:ya?ml|json|sh)"),
    _system("SourceHut builds", r"\.build\.ya?ml|\.builds/[^/]+\.ya?ml"),
    _system("AWS CodeBuild", r"buildspec\.ya?ml"),
    _system("Google Cloud Build", r"cloudbuild\.(?:ya?ml|json)"),
    _system("TeamCity", r"\.teamcity/(?:.+/)?(?:settings\.kts|pom\.xml)"),
    _system("Bamboo", r"bamboo-specs/.+"),
    _system("Zuul", r"\.?zuul\.ya?ml|\.?zuul\.d/.+\.ya?ml"),
    _system("Scrutinizer", r"\.scrutinizer\.ya?ml"),
    _system("Codefresh", r"(?:\.codefresh/)?codefresh\.ya?ml"),
    _system("Codeship", r"codeship-steps\.(?:ya?ml|json)"),
    _system("Concourse", r"(?:ci|concourse|\.concourse)/pipeline\.ya?ml"),
    _system("Packit", r"\.?packit\.ya?ml"),
)

# Systems that only one kind of forge runs, with a word in the name of its host.
_FORGES = {GITLAB: "gitlab", "Bitbucket Pipelines": "bitbucket", "SourceHut builds": "sr.ht"}

# Events of a workflow that come with a change to the code; tags and releases come after it.
CHANGE_EVENTS = frozenset(
    {"push", "pull_request", "pull_request_target", "merge_group", "workflow_run", "check_run", "check_suite"}
    | {"schedule"}
)


@tree.once
def locate(paths: Paths) -> list[Pipeline]:
    """The files that configure continuous integration, system by system in the order of the table."""
    likely = paths.perhaps(*(system.expression for system in SYSTEMS))
    found = [(number, path) for path in likely for number in _systems(path)]
    return [Pipeline(SYSTEMS[number].name, path) for number, path in sorted(found, key=lambda pair: pair[0])]


def _systems(path: str) -> tuple[int, ...]:
    """The places in the table of the systems that read this file."""
    return tuple(number for number, system in enumerate(SYSTEMS) if system.expression.fullmatch(path))


def is_of_another_forge(system: str, hosts: Iterable[str]) -> bool:
    """True when the hosts are known and none of them is of the one kind of forge that runs the system."""
    known = [host for host in hosts if host]
    return system in _FORGES and bool(known) and not any(_FORGES[system] in host for host in known)


def runs_on_changes(events: Iterable[str]) -> bool:
    """True when one of the events of a workflow comes with changes (or on a schedule, as nightly builds do)."""
    return not CHANGE_EVENTS.isdisjoint(events)
