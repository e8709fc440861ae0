# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each check gives the labelled outcome on a repository with the same shape as the one that was read."""

import re

import pytest

from corpus.labels import NOW, Label, labels
from corpus.reconstruction import FOLDER, reconstructions
from ospo import checks
from ospo.domain.finding import SCAN_REASONS
from ospo.engine.scan import verdict

AT_LEAST, TRICKY_AT_LEAST = 140, 110
RECONSTRUCTED = [label for label in labels() if (label.check, label.name) in reconstructions()]


@pytest.mark.parametrize("label", RECONSTRUCTED, ids=lambda label: f"{label.check}-{label.name}")
def test_the_outcome_is_the_labelled_one(label: Label) -> None:
    snapshot = reconstructions()[label.check, label.name].snapshot(label.name)

    found = verdict(snapshot, checks.load(label.check)).at(NOW)

    places = ", ".join(map(str, found.evidence))
    assert found.outcome == label.outcome, f"{label.why} But: {found.reason} {dict(found.values)} ({places})"
    assert found.reason not in SCAN_REASONS, f"{label.why} But: {found.reason} {dict(found.values)}"


def test_enough_labels_are_reconstructed() -> None:
    assert len(RECONSTRUCTED) >= AT_LEAST
    assert sum(label.tricky for label in RECONSTRUCTED) >= TRICKY_AT_LEAST


def test_every_check_has_a_reconstruction() -> None:
    assert {label.check for label in RECONSTRUCTED} == set(checks.check_ids())


def test_every_reconstruction_belongs_to_a_label() -> None:
    assert set(reconstructions()) == {(label.check, label.name) for label in RECONSTRUCTED}


def test_no_label_is_given_twice() -> None:
    pairs = [(label.repository, label.check) for label in labels()]

    assert len(pairs) == len(set(pairs))


def test_nobody_is_named() -> None:
    texts = [path.read_text("utf-8") for path in (FOLDER / "reconstructions").glob("*.yaml")]
    mails = {found.lower() for text in texts for found in re.findall(r"[\w.+-]+@[a-z][\w-]*\.[\w.-]+", text)}

    assert {mail.partition("@")[2].rstrip(".") for mail in mails} <= {"voorbeeld.example"}
