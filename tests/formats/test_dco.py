# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.snapshot import Commit, Signature
from ospo.formats import dco
from ospo.formats.dco import Settings, Standing
from snapshots import COMMITTED

ALEX, BO = ("Alex", "alex@voorbeeld.example"), ("Bo", "bo@voorbeeld.example")
GITHUB = ("GitHub", "noreply@github.com")
OWN = Settings(individual=True)
ALL = Settings(individual=True, third_party=True)


def commit(
    message: str, *, author: tuple[str, str] = ALEX, committer: tuple[str, str] | None = None, sha: str = "c"
) -> Commit:
    by = committer or author
    made, recorded = Signature(*author, COMMITTED), Signature(*by, COMMITTED)
    return Commit(sha * 40, ("p" * 40,), made, recorded, message)


def signed(person: tuple[str, str]) -> str:
    return f"Signed-off-by: {person[0]} <{person[1]}>"


@pytest.mark.parametrize(
    ("message", "standing"),
    [
        (f"Change\n\n{signed(ALEX)}\n", Standing.SIGNED),
        (f"Change\n\n{signed(ALEX)}\n\nA word after it\n", Standing.SIGNED),
        ("Change\r\n\r\nsigned-off-by: ALEX <Alex@Voorbeeld.example>  \r\n", Standing.SIGNED),
        (f"Change\n\n{signed(BO)}\n{signed(ALEX)}", Standing.SIGNED),
        (f"Change\n\n{signed(BO)}", Standing.MISMATCH),
        ("Change\n\nSigned-off-by: Alex <ander@voorbeeld.example>", Standing.MISMATCH),
        ("Change\n\nSigned-off-by: A. Nders <alex@voorbeeld.example>", Standing.MISMATCH),
        ("Change\n\nSigned-off-by: Alex", Standing.UNSIGNED),
        (f"Change\n\n> {signed(ALEX)}", Standing.UNSIGNED),
        ("Change", Standing.UNSIGNED),
    ],
)
def test_a_sign_off_is_of_the_author(message: str, standing: Standing) -> None:
    assert dco.standing(commit(message)) is standing


@pytest.mark.parametrize(
    ("signer", "standing"),
    [
        (BO, Standing.SIGNED),
        (("Alex", "bo@voorbeeld.example"), Standing.SIGNED),  # the name of one with the address of the other
        (("Cas", "bo@voorbeeld.example"), Standing.MISMATCH),
    ],
)
def test_or_of_the_committer(signer: tuple[str, str], standing: Standing) -> None:
    assert dco.standing(commit(signed(signer), committer=BO)) is standing


def test_what_github_squashed_only_needs_to_carry_one() -> None:
    assert dco.standing(commit(signed(BO), committer=GITHUB)) is Standing.PRESENT
    assert dco.standing(commit("Change", committer=GITHUB)) is Standing.UNSIGNED


def test_nobody_signs_without_an_address_that_can_be_one() -> None:
    nowhere = ("Alex", "alex@machine")

    assert dco.standing(commit(signed(nowhere), author=nowhere)) is Standing.MISMATCH
    assert dco.standing(commit(signed(nowhere), author=nowhere, committer=BO)) is Standing.SIGNED


def standings(newest_first: list[Commit], allowed: Settings) -> list[Standing]:
    return [standing for _, standing in dco.judge(newest_first, allowed)]


OWN_REMEDY = f"I, Alex <alex@voorbeeld.example>, hereby add my Signed-off-by to this commit: {'a' * 40}"
FOR_ALEX = (
    "On behalf of Alex <alex@voorbeeld.example>, I, Bo <bo@voorbeeld.example>, "
    f"hereby add my Signed-off-by to this commit: {'a' * 40}"
)


def test_a_later_commit_of_the_same_author_mends_an_earlier_one_where_that_is_allowed() -> None:
    history = [commit(f"Remedy\n\n{OWN_REMEDY}\n\n{signed(ALEX)}"), commit("Forgotten", sha="a")]

    assert standings(history, OWN) == [Standing.SIGNED, Standing.REMEDIED]
    assert standings(history, Settings()) == [Standing.SIGNED, Standing.UNSIGNED]


def test_a_remedy_of_somebody_else_mends_nothing() -> None:
    by_bo = [commit(f"Remedy\n\n{OWN_REMEDY}", author=BO), commit("Forgotten", sha="a")]
    for_bo = [commit(f"Remedy\n\n{OWN_REMEDY}"), commit("Forgotten", author=BO, sha="a")]

    assert standings(by_bo, ALL)[1] is standings(for_bo, ALL)[1] is Standing.UNSIGNED


def test_somebody_else_may_sign_on_behalf_of_the_author_where_that_is_allowed() -> None:
    history = [commit(f"Remedy\n\n{FOR_ALEX}", author=BO), commit("Forgotten", sha="a")]
    by_another = [commit(f"Remedy\n\n{FOR_ALEX}"), commit("Forgotten", sha="a")]

    assert standings(history, ALL)[1] is Standing.REMEDIED
    assert standings(history, OWN)[1] is standings(by_another, ALL)[1] is Standing.UNSIGNED


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("allowRemediationCommits:\n  individual: true\n", OWN),
        ("allowRemediationCommits:\n  individual: true\n  thirdParty: true\n", ALL),
        ("allowRemediationCommits:\n  thirdParty: true\n", Settings()),
        ("allowRemediationCommits: true\n", Settings()),
        ("require:\n  members: false\n", Settings()),
        ("- a list", Settings()),
        ("\tnot: [yaml", Settings()),
    ],
)
def test_settings_allow_what_they_say_and_nothing_else(text: str, allowed: Settings) -> None:
    assert dco.settings(text) == allowed


def test_what_counts_as_signed_off() -> None:
    assert {s for s in Standing if s.counts} == {Standing.SIGNED, Standing.REMEDIED, Standing.PRESENT}
