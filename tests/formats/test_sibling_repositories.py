# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.sibling_repositories import Listing, listing

FORGE = "https://github.com/voorbeeld"
REMOTES = (f"{FORGE}/project",)
A, B, C = f"[a]({FORGE}/a)", f"[b]({FORGE}/b)", f"[c]({FORGE}/c.git)"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"## Repositories\n\n- {A}\n- {B}\n", Listing(3, 2)),
        (f"## Componenten\n\n| naam | wat |\n|---|---|\n| {A} | x |\n| {B} | y |\n", Listing(5, 2)),
        (f"## Onderdelen\n\nDe voorkant is {A}\nen de achterkant {B}.\n", Listing(3, 2)),
        (f"# x\n\n- {A}\n- {B}\n- {C}\n", Listing(3, 3)),
        (f"# x\n\n- {A}\n- {B}\n", None),
        (f"# x\n\n{A} {B} {C}\n", None),
        (f"## Repositories\n\n- {A}\n- [zelf]({FORGE}/project)\n", None),
        (f"## Repositories\n\n- {A}\n- {A} again\n", None),
        (f"## Used by\n\n- {A}\n- {B}\n- {C}\n", None),
        (f"## Repositories\n\n- {A}\n- [x](https://github.com/ander/x)\n", None),
        (f"## Repositories\n\n- {A}\n- [x]({FORGE}/b/issues)\n- [y]({FORGE}/.github)\n", None),
        ("## Repositories\n\n- [x](https://github.com/orgs/voorbeeld)\n- [y](https://github.com/topics/x)\n", None),
        (f"## Projects\n\n```\n{A}\n{B}\n```\n", None),
    ],
)
def test_a_list_of_other_repositories(text: str, found: Listing | None) -> None:
    assert listing(text, "README.md", REMOTES) == found


def test_where_the_address_is_not_known_they_must_be_of_one_owner() -> None:
    same = f"## Repositories\n\n- {A}\n- {B}\n"
    other = f"## Repositories\n\n- {A}\n- [x](https://github.com/ander/x)\n"

    assert listing(same, "README.md", ()) == Listing(3, 2)
    assert listing(other, "README.md", ()) is None


def test_groups_of_gitlab_may_be_nested() -> None:
    group = "https://gitlab.com/groep/sub"
    text = f"## Repositories\n\n- {group}/a\n- {group}/b\n- {group}/c/-/issues\n"

    assert listing(text, "README.md", (f"{group}/project",)) == Listing(3, 2)


def test_an_address_that_is_none_is_passed_over() -> None:
    assert listing("## Repositories\n\n- https://[x\n- https://github.com/x\n", "README.md", REMOTES) is None
