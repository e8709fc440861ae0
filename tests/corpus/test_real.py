# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each check gives the labelled outcome on the real repository; collected only when OSPO_CORPUS is set.

OSPO_CORPUS names a folder with clones, found as `ospo observe` finds them. A clone that is missing, or that stands
at another commit than the one that was read, fails by that reason.
"""

import os
from functools import cache
from pathlib import Path

import pytest

from corpus.labels import NOW, Label, labels
from ospo.app.scanning import Job, scan_one
from ospo.domain.finding import ScanReport

pytestmark = pytest.mark.corpus
CLONES = Path(os.environ["OSPO_CORPUS"])


def _clone(repository: str) -> Path:
    path = repository.removeprefix("https://github.com/")
    for name in (path.replace("/", "+"), path, f"github.com/{path}", f"{path}.git"):
        for candidate in (CLONES / name / "repo", CLONES / name):
            if (candidate / "HEAD").is_file() or (candidate / ".git").exists():
                return candidate
    pytest.fail(f"{repository} has no clone in {CLONES}")


@cache
def _report(repository: str) -> ScanReport:
    clone = _clone(repository)
    wanted = tuple(label.check for label in labels() if label.repository == repository)
    report = scan_one(Job(clone, wanted, NOW, (repository,)))
    assert isinstance(report, ScanReport), report
    return report


@pytest.mark.parametrize("label", labels(), ids=lambda label: f"{label.check}-{label.name}")
def test_the_outcome_is_the_labelled_one(label: Label) -> None:
    report = _report(label.repository)
    if report.commit != label.commit:
        pytest.fail(f"the clone stands at {report.commit}, the label is about {label.commit}")
    (finding,) = (finding for finding in report.findings if finding.check == label.check)

    places = ", ".join(map(str, finding.verdict.evidence))
    assert finding.outcome == label.outcome, f"{label.why} But: {finding.verdict.reason} ({places})"
