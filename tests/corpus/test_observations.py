# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The observations that ship say what somebody saw who read the repositories."""

import pytest

from corpus.labels import Label, labels
from ospo import knowledge
from ospo.domain.finding import Finding
from ospo.domain.identifier import CheckId
from ospo.settings import Settings

AT_LEAST = 140
_OBSERVED = {
    (repository.url, repository.commit, finding.check): finding
    for repository in knowledge.load_observations(Settings.read({}).observations).repositories()
    for finding in repository.findings
}


def _finding(label: Label) -> Finding | None:
    return _OBSERVED.get((label.repository, label.commit, CheckId(label.check)))


COVERED = [label for label in labels() if _finding(label)]


@pytest.mark.parametrize("label", COVERED, ids=lambda label: f"{label.check}-{label.name}")
def test_the_observation_has_the_labelled_outcome(label: Label) -> None:
    finding = _finding(label)

    assert finding is not None
    places = ", ".join(map(str, finding.verdict.evidence))
    assert finding.outcome == label.outcome, f"{label.why} But: {finding.verdict.reason} ({places})"


def test_enough_labels_are_covered() -> None:
    assert len(COVERED) >= AT_LEAST
