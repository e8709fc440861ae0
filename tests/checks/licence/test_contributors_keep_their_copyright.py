# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.licence.contributors_keep_their_copyright import check
from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from snapshots import MemorySnapshot


def verdict(**files: str) -> Verdict:
    return check(MemorySnapshot(files))


def contributing(sentence: str) -> Verdict:
    return verdict(**{"CONTRIBUTING.md": f"# Bijdragen\n\n{sentence}\n"})


def test_a_sentence_that_hands_rights_over_is_not_met() -> None:
    assert contributing("Je draagt het auteursrecht van je bijdrage over aan ons.") == not_met(
        "transfer", Evidence("CONTRIBUTING.md", 3), path="CONTRIBUTING.md"
    )


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Contributors retain their copyright.", "keeps"),
        ("We work with the DCO.", "certificate"),
        ("Bijdragen vallen onder de licentie van dit project: de EUPL.", "same-licence"),
    ],
)
def test_terms_that_leave_the_rights_where_they_are_are_met(sentence: str, reason: str) -> None:
    found = contributing(sentence)

    assert (found.outcome.value, found.reason, found.values) == ("met", reason, {"path": "CONTRIBUTING.md"})
    assert found.evidence == (Evidence("CONTRIBUTING.md", 3),)


def test_an_agreement_that_only_gives_a_licence_is_met() -> None:
    text = "The contributor does not transfer copyright.\n\nThe contributor grants a copyright licence.\n"

    assert verdict(**{"CLA.md": text}) == met("licence-only", Evidence("CLA.md"), path="CLA.md")


def test_an_agreement_kept_elsewhere_is_unknown() -> None:
    assert contributing("Sign our contributor license agreement first.") == unknown(
        "agreement-elsewhere", Evidence("CONTRIBUTING.md", 3), path="CONTRIBUTING.md"
    )
    assert verdict(**{".clabot": "{}"}).reason == "agreement-elsewhere"


def test_silence_is_unknown() -> None:
    assert contributing("Schrijf een test.") == unknown("not-stated")
    assert verdict() == unknown("not-stated")
