# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.snapshot import Signature
from ospo.formats import mailmap
from ospo.formats.affiliations import Spread, organisation, spread
from snapshots import COMMITTED


def author(email: str, name: str = "dev") -> Signature:
    return Signature(name, email, COMMITTED)


@pytest.mark.parametrize(
    ("email", "key"),
    [
        ("dev@dienst.nl", "dienst"),
        ("dev@Dienst.com", "dienst"),
        ("dev@mail.student.dienst.nl", "dienst"),
        ("dev@dienst.gov.uk", "dienst"),
        ("dev@org.nl", "org"),
        ("dev@gmail.com", None),
        ("dev@outlook.nl", None),
        ("1+dev@users.noreply.github.com", None),
        ("dev-noreply@dienst.nl", None),
        ("dev@rijksoverheid.nl", None),
        ("dev@laptop", None),
        ("dev@laptop.local", None),
        ("dev@10.0.0.1", None),
        ("dev@(none)", None),
        ("", None),
        ("@" * 500, None),
    ],
)
def test_a_domain_tells_the_organisation_unless_anybody_can_have_it(email: str, key: str | None) -> None:
    assert organisation(email) == key


def test_a_domain_with_the_own_name_is_of_a_person() -> None:
    assert organisation("ik@ontwikkelaar-een.nl", "Dev Ontwikkelaar") is None
    assert organisation("ik@dienst.nl", "Dev Ontwikkelaar") == "dienst"
    assert organisation("ik@dienst.nl", "Die Ens") == "dienst"


def test_work_is_counted_per_organisation_and_the_rest_is_hidden() -> None:
    found = spread(
        [author("a@een.nl"), author("b@een.nl"), author("c@twee.nl"), author("d@gmail.com")], mailmap.Mailmap()
    )

    assert found == Spread((2, 1), 1)
    assert (found.total, found.largest) == (4, 2)


def test_an_open_mailbox_is_joined_by_full_name_when_there_is_one_organisation() -> None:
    work = [author("a@een.nl", "Dev One"), author("a@gmail.com", "dev  one")]

    assert spread(work, mailmap.Mailmap()) == Spread((2,), 0)
    assert spread([*work, author("a@twee.nl", "Dev One")], mailmap.Mailmap()) == Spread((1, 1), 1)
    assert spread([author("a@een.nl", "dev"), author("a@gmail.com", "dev")], mailmap.Mailmap()) == Spread((1,), 1)


def test_the_mailmap_goes_first() -> None:
    names = mailmap.parse("Dev One <dev@een.nl> <dev@gmail.com>\n")

    assert spread([author("dev@gmail.com")], names) == Spread((1,), 0)


def test_no_work_is_no_organisation() -> None:
    assert (spread([], mailmap.Mailmap()).total, spread([], mailmap.Mailmap()).largest) == (0, 0)
