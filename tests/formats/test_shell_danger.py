# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.shell_danger import find, is_looked_at


@pytest.mark.parametrize(
    "path", [".gitlab-ci.yml", "ci/.gitlab-ci-build.yml", "azure-pipelines.yml", "DIG/azure-pipelines-test.yaml"]
)
def test_pipelines_of_gitlab_and_azure_are_looked_at(path: str) -> None:
    assert is_looked_at(path)


@pytest.mark.parametrize("path", [".github/workflows/ci.yml", "Jenkinsfile", "gitlab-ci.md", "scripts/build.sh"])
def test_others_are_not(path: str) -> None:
    assert not is_looked_at(path)


@pytest.mark.parametrize(
    "line",
    [
        '    - eval "deploy $CI_COMMIT_MESSAGE"',
        "    - eval echo ${CI_COMMIT_REF_NAME}",
        '    - bash -c "echo $CI_MERGE_REQUEST_TITLE"',
        "    - script: echo $(Build.SourceVersionMessage)",
        "  - bash: ./x.sh '$(System.PullRequest.SourceBranch)'",
    ],
)
def test_text_of_a_stranger_that_becomes_a_command_is_found(line: str) -> None:
    assert find(f"job:\n  script:\n{line}\n") == 3


@pytest.mark.parametrize(
    "line",
    [
        '    - echo "$CI_COMMIT_MESSAGE"',
        "    - bash -c 'echo $CI_COMMIT_MESSAGE'",
        "    - eval $(ssh-agent -s)",
        '    # eval "$CI_COMMIT_MESSAGE"',
        "    MESSAGE: $(Build.SourceVersionMessage)",
        '    MESSAGE: "$(Build.SourceVersionMessage)"',
        "  condition: contains($(Build.SourceVersionMessage), 'x')",
        "    - echo $CI_COMMIT_SHA",
    ],
)
def test_text_that_stays_text_is_not(line: str) -> None:
    assert find(f"job:\n  script:\n{line}\n") is None
