# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import symlink


@pytest.mark.parametrize(
    ("link", "content", "target"),
    [
        ("LICENSE", b"LICENSES/MIT.txt", "LICENSES/MIT.txt"),
        ("docs/LICENSE", b"../LICENSE", "LICENSE"),
        ("docs/a", b"./b//c", "docs/b/c"),
        ("a", "caf\udce9".encode("utf-8", "surrogateescape"), "caf\udce9"),
    ],
)
def test_a_link_leads_to_a_path(link: str, content: bytes, target: str) -> None:
    assert symlink.target(link, content) == target


@pytest.mark.parametrize("content", [b"/etc/passwd", b"../outside", b"..", b"a\nb", b"a\0b", b"x" * 4097])
def test_a_link_that_leads_out_or_is_no_path_leads_nowhere(content: bytes) -> None:
    assert symlink.target("LICENSE", content) is None
