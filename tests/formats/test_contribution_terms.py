# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

import licence_samples
from ospo.formats import contribution_terms
from ospo.formats.contribution_terms import Place, Terms
from snapshots import MemorySnapshot


def find(**files: str) -> Place | None:
    return contribution_terms.find(MemorySnapshot(files))


def terms(sentence: str, path: str = "CONTRIBUTING.md") -> Terms | None:
    place = find(**{path: f"# Bijdragen\n\n{sentence}\n"})
    return None if place is None else place.terms


@pytest.mark.parametrize(
    "sentence",
    [
        "By opening a pull request you agree to transfer the copyright on the submitted code to Voorbeeld.",
        "You hereby assign all right, title and interest in your contribution to Voorbeeld.",
        "The copyright in your contribution will be assigned to Voorbeeld.",
        "Your contributions become the property of Voorbeeld.",
        "We ask for an assignment of copyright for each contribution.",
        "Je draagt automatisch het auteursrecht van jouw bijdrage over aan Voorbeeld.",
        "Bijdragers tekenen voor overdracht van het auteursrecht.",
        "De intellectuele eigendomsrechten op bijdragen worden volledig overgedragen.",
    ],
)
def test_a_sentence_that_hands_rights_over(sentence: str) -> None:
    assert terms(sentence) is Terms.TRANSFER


@pytest.mark.parametrize(
    "sentence",
    [
        "You do not assign your copyright to anybody.",
        "We never ask contributors to transfer copyright.",
        "Do I have to transfer the copyright of my contribution to you?",
        "Je hoeft geen auteursrecht over te dragen.",
        "Maintainers assign issues to contributors.",
        "The file transfers data to the owner of the bucket.",
        "Authors who have been assigned copyright by the original author are named.",
    ],
)
def test_a_denial_a_question_and_other_words_hand_nothing_over(sentence: str) -> None:
    assert terms(sentence) is not Terms.TRANSFER


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Contributors retain their copyright.", Terms.KEEPS),
        ("Je behoudt het auteursrecht op je bijdrage.", Terms.KEEPS),
        ("The contributor does not transfer any intellectual property rights.", Terms.KEEPS),
        ("We use the Developer Certificate of Origin.", Terms.CERTIFICATE),
        ("Voeg met `git commit -s` een Signed-off-by toe.", Terms.CERTIFICATE),
        ("By contributing, you agree that your contributions will be licensed under EUPL-1.2.", Terms.SAME_LICENCE),
        ("If you contribute code, it will be made available under the same license.", Terms.SAME_LICENCE),
        ("Inbound = outbound.", Terms.SAME_LICENCE),
        ("Bijdragen vallen onder de EUPL-1.2.", Terms.SAME_LICENCE),
        ("Contributions come with an individual CLA.", Terms.ELSEWHERE),
        ("Schrijf een test bij je bijdrage.", None),
    ],
)
def test_what_a_sentence_says(sentence: str, found: Terms | None) -> None:
    assert terms(sentence) is found


def test_it_is_said_where() -> None:
    assert find(**{"CONTRIBUTING.md": "# Bijdragen\n\nWe use the DCO.\n"}) == Place(
        Terms.CERTIFICATE, "CONTRIBUTING.md", 3
    )
    assert find(**{".github/dco.yml": "x: 1\n"}) == Place(Terms.CERTIFICATE, ".github/dco.yml")
    assert find(DCO="I certify that I may submit this.\n") == Place(Terms.CERTIFICATE, "DCO")
    assert find(**{"src/a.py": "We use the DCO.\n"}) is None


def test_a_transfer_comes_before_all() -> None:
    files = {
        "CONTRIBUTING.md": "We use the DCO.\n\nContributors keep their copyright.\n",
        "CLA.md": "The contributor hereby grants a licence.\n\nYou assign your copyright to us.\n",
    }

    assert find(**files) == Place(Terms.TRANSFER, "CLA.md", 3)


def test_a_licence_file_counts_when_it_is_an_explanation() -> None:
    sentence = "Je draagt het auteursrecht van je bijdrage over aan ons.\n"

    assert find(LICENCE=sentence) == Place(Terms.TRANSFER, "LICENCE", 1)
    assert find(LICENCE=licence_samples.text("MIT") + "\n" + sentence) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You grant us a perpetual copyright licence to the contribution.", Terms.AGREEMENT),
        ("De bijdrager verleent een gebruiksrecht.", Terms.AGREEMENT),
        ("Sign here.", Terms.ELSEWHERE),
    ],
)
def test_the_text_of_an_agreement_tells_what_it_gives(text: str, found: Terms) -> None:
    assert find(**{"CLA.md": text}) == Place(found, "CLA.md")


def test_a_robot_and_a_sentence_give_no_text() -> None:
    assert find(**{".clabot": "{}"}) == Place(Terms.ELSEWHERE, ".clabot")
    assert find(**{"CLA.pdf": "%PDF"}) == Place(Terms.ELSEWHERE, "CLA.pdf")
    assert find(**{"CONTRIBUTING.md": "Sign our contributor license agreement.\n"}) == Place(
        Terms.ELSEWHERE, "CONTRIBUTING.md", 1
    )
