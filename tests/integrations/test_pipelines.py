# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files that others include in their pipelines: each script is run here, on a repository made for it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import GitRepository
from ospo.formats import yaml
from python_messages import ROOT

SCRIPT = ROOT / "integrations" / "scan.sh"


def read(name: str) -> Any:
    return yaml.load((ROOT / name).read_text("utf-8"), name).value


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script with only these variables, and an ospo that looks at one check so that it is quick."""
    variables = {
        "PATH": os.environ["PATH"],
        "HOME": str(cwd),
        "PYTHONPATH": str(ROOT / "src"),
        "OSPO_COMMAND": f"{sys.executable} -m ospo",
        "OSPO_LANGUAGE": "en",
        **environment,
    }
    return subprocess.run(
        list(map(str, command)), cwd=cwd, env=variables, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture
def scanned(repository: GitRepository) -> GitRepository:
    repository.commit({"README.md": "# Kaart\n\nShows a map to people who look for one.\n"})
    return repository


def test_the_report_is_in_the_log_and_in_every_file_that_is_asked_for(scanned: GitRepository, tmp_path: Path) -> None:
    done = run(SCRIPT, scanned.path, cwd=tmp_path, OSPO_SARIF="o.sarif", OSPO_JSON="o.json", OSPO_SUMMARY="o.md")

    assert done.returncode == 1
    assert "Next step:" in done.stdout
    assert json.loads((tmp_path / "o.sarif").read_text())["version"] == "2.1.0"
    assert json.loads((tmp_path / "o.json").read_text())["reports"][0]["open"] > 0
    assert "## To be put right" in (tmp_path / "o.md").read_text()


def test_a_summary_is_added_to_what_is_there(scanned: GitRepository, tmp_path: Path) -> None:
    (tmp_path / "o.md").write_text("# Earlier step\n")

    done = run(SCRIPT, scanned.path, cwd=tmp_path, OSPO_SUMMARY="o.md", OSPO_FAIL="never")

    assert done.returncode == 0
    assert (tmp_path / "o.md").read_text().startswith("# Earlier step\n#")


@pytest.mark.parametrize(
    ("variables", "path", "code", "word"),
    [
        ({"OSPO_FAIL": "sometimes"}, ".", 2, "choose open or never"),
        ({}, "nothing-here", 2, "is not there"),
        ({"OSPO_FAIL": "never"}, "/", 2, "/"),
        ({"OSPO_COMMAND": "false-command"}, ".", 127, ""),
    ],
)
def test_an_error_is_never_taken_for_a_report(
    tmp_path: Path, variables: dict[str, str], path: str, code: int, word: str
) -> None:
    done = run(SCRIPT, path, cwd=tmp_path, OSPO_SARIF="o.sarif", **variables)

    assert (done.returncode, word in done.stderr) == (code, True)
    assert not (tmp_path / "o.sarif").exists()


def test_a_shallow_clone_is_said(scanned: GitRepository, tmp_path: Path) -> None:
    scanned.commit({"a": "b"})
    scanned.git("clone", "--quiet", "--depth", "1", f"file://{scanned.path}", str(tmp_path / "shallow"))

    done = run(SCRIPT, tmp_path / "shallow", cwd=tmp_path, OSPO_FAIL="never")

    assert "fetch-depth: 0" in done.stderr


def test_the_action_runs_its_script_with_its_inputs(scanned: GitRepository, tmp_path: Path) -> None:
    action = read("action.yml")
    (step,) = action["runs"]["steps"]
    given = {f"${{{{ inputs.{name} }}}}": spec["default"] for name, spec in action["inputs"].items()}
    given |= {"${{ inputs.path }}": str(scanned.path), "${{ inputs.fail }}": "never", "${{ inputs.sarif }}": "o.sarif"}
    variables = {name: given[value] for name, value in step["env"].items()}
    variables |= {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), "GITHUB_ACTION_PATH": str(ROOT)}

    done = run("sh", "-c", step["run"], cwd=tmp_path, **variables)

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "o.sarif").is_file()
    assert "## " in (tmp_path / "summary.md").read_text()


def ours(tmp_path: Path) -> Path:
    """A repository that holds our scripts, as a pipeline would fetch it."""
    path = tmp_path / "source"
    path.mkdir()
    made = GitRepository(path)
    made.git("init", "--quiet", "--initial-branch=main")
    made.commit({"integrations/scan.sh": SCRIPT.read_text("utf-8")})
    (path / "integrations" / "scan.sh").chmod(0o755)
    made.commit({})
    return path


def test_the_job_for_gitlab_fetches_us_and_scans_the_project(scanned: GitRepository, tmp_path: Path) -> None:
    job = read("integrations/gitlab-ci.yml")["ospo-scan"]
    (tmp_path / "builds").mkdir()
    variables = {
        **job["variables"],
        "OSPO_SOURCE": f"file://{ours(tmp_path)}",
        "OSPO_FAIL": "never",
        "CI_BUILDS_DIR": str(tmp_path / "builds"),
        "CI_PROJECT_DIR": str(scanned.path),
    }

    done = run("sh", "-e", "-c", "\n".join(job["script"]), cwd=scanned.path, **variables)

    assert done.returncode == 0, done.stderr
    assert all((scanned.path / name).is_file() for name in job["artifacts"]["paths"])


def test_the_workflow_for_forgejo_fetches_all_of_the_repository_and_scans_it(
    scanned: GitRepository, tmp_path: Path
) -> None:
    job = read("integrations/forgejo-workflow.yml")["jobs"]["scan"]
    (step,) = job["steps"]
    scanned.git("tag", "v1.0.0")
    variables = {
        **job["env"],
        "OSPO_SOURCE": f"file://{ours(tmp_path)}",
        "OSPO_FAIL": "never",
        "GITHUB_SERVER_URL": f"file://{scanned.path.parent}",
        "GITHUB_REPOSITORY": scanned.path.name,
        "GITHUB_SHA": scanned.git("rev-parse", "HEAD"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }
    (tmp_path / "work").mkdir()

    done = run("sh", "-e", "-c", step["run"], cwd=tmp_path / "work", **variables)

    assert done.returncode == 0, done.stderr
    assert "## " in (tmp_path / "summary.md").read_text()
    assert GitRepository(tmp_path / "work" / "repository").git("tag") == "v1.0.0"


def test_the_hooks_call_commands_that_exist(scanned: GitRepository) -> None:
    hooks = {hook["id"]: hook["entry"].split() for hook in read(".pre-commit-hooks.yaml")}
    (scanned.path / "publiccode.yml").write_text("name: Kaart\n")

    scan = run(sys.executable, "-m", *hooks["ospo-scan"], cwd=scanned.path)
    check = run(sys.executable, "-m", *hooks["ospo-publiccode"], "publiccode.yml", cwd=scanned.path)

    assert (scan.returncode, "Next step:" in scan.stdout) == (1, True)
    assert (check.returncode, "publiccode.yml:1:1: error:" in check.stdout) == (1, True)
