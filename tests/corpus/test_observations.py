# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The observations that ship say what somebody saw who read the repositories: the good examples most of all."""

import pytest

from corpus.labels import Label, labels
from ospo import checks, knowledge
from ospo.domain.finding import Finding, Outcome
from ospo.domain.identifier import CheckId
from ospo.engine.coverage import Coverage
from ospo.settings import Settings

AT_LEAST = 140
READ = 0.95  # of what is not met in a good example; a new run of `ospo observe` may bring in others, to be read next
_OBSERVATIONS = knowledge.load_observations(Settings.read({}).observations)
_OBSERVED = {
    (repository.url, repository.commit, finding.check): finding
    for repository in _OBSERVATIONS.repositories()
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


def test_what_is_not_met_in_the_good_examples_on_the_site_was_read() -> None:
    practices = knowledge.load(Settings.read({}).content).practices.values()
    shown = [frozenset(practice.checks) for practice in practices] + [frozenset([c]) for c in checks.check_ids()]
    coverage = Coverage(_OBSERVATIONS)
    examples = {e.repository.url: e.repository for asked in shown if asked for e in coverage.evidence(asked).examples}
    claims = {
        (one.url, one.commit, finding.check)
        for one in examples.values()
        for finding in one.findings
        if finding.outcome is Outcome.NOT_MET
    }
    read = {(label.repository, label.commit, label.check) for label in labels()}

    assert len(examples) > 20
    unread = sorted(f"{check} of {url}" for url, _, check in claims - read)
    assert len(unread) <= (1 - READ) * len(claims), f"read these, and label them in tests/corpus/audit: {unread}"
