# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import ci


@pytest.mark.parametrize(
    ("path", "system"),
    [
        (".github/workflows/ci.yml", "GitHub Actions"),
        (".forgejo/workflows/ci.yaml", "Forgejo Actions"),
        (".gitea/workflows/ci.yaml", "Gitea Actions"),
        (".gitlab-ci.yml", "GitLab CI"),
        ("azure-pipelines.yml", "Azure Pipelines"),
        (".azuredevops/templates/build.yml", "Azure Pipelines"),
        ("Jenkinsfile", "Jenkins"),
        ("jenkins/deploy.jenkinsfile", "Jenkins"),
        (".circleci/config.yml", "CircleCI"),
        (".travis.yml", "Travis CI"),
        (".woodpecker/test.yaml", "Woodpecker"),
        (".drone.star", "Drone"),
        (".tekton/push.yaml", "Tekton"),
        ("bitbucket-pipelines.yml", "Bitbucket Pipelines"),
        ("appveyor.yml", "AppVeyor"),
        (".builds/debian.yml", "SourceHut builds"),
        ("bamboo-specs/plan.java", "Bamboo"),
    ],
)
def test_a_system_is_told_by_its_file(path: str, system: str) -> None:
    assert [(p.system, p.path) for p in ci.locate([path, "README.md"])] == [(system, path)]


@pytest.mark.parametrize(
    "path",
    [
        ".github/workflows/README.md",
        "vendor/x/.travis.yml",
        "templates/.gitlab-ci.yml",
        ".github/dependabot.yml",
        "src/jenkins.py",
    ],
)
def test_a_lookalike_is_none(path: str) -> None:
    assert ci.locate([path]) == []


def test_changes_are_more_than_a_button() -> None:
    assert ci.runs_on_changes(["workflow_dispatch", "pull_request"])
    assert ci.runs_on_changes(["schedule"])
    assert not ci.runs_on_changes(["workflow_dispatch", "workflow_call", "issues"])
