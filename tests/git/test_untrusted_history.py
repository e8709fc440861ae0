# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Raw commits and signatures of any kind become values: what is malformed is empty, and never an error."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ospo.git import history

LINES = st.sampled_from(
    [
        *(b"tree 0a", b"parent 0b", b"author Dev One <dev@voorbeeld.example> 1764000000 +0100", b"author x"),
        *(
            b"committer Dev <d@e> 9999999999 +0000",
            b"committer <> -1 -9999",
            b"committer <x 99999999999999999 +0000",
        ),
        *(
            b"gpgsig -----BEGIN",
            b" x",
            b"encoding utf-7",
            b"encoding a\0b",
            b"encoding hex",
            b"encoding idna",
            b"",
            b"",
        ),
        *(
            b"encoding unicode_escape",
            b"encoding \xff",
            b"encoding undefined",
            b"Signed-off-by: \\d +2AA- \xff\0",
            b"\xff",
        ),
    ]
)
RAW = st.lists(LINES | st.binary(max_size=12), max_size=9).map(b"\n".join) | st.binary(max_size=60)


@settings(max_examples=300, derandomize=True, database=None)
@given(RAW)
def test_any_raw_commit_is_a_commit(raw: bytes) -> None:
    made = history.parse_commit("a" * 40, raw)

    assert made.id == "a" * 40
    assert made.author.when.tzinfo is not None
    assert isinstance(made.message, str)


@settings(max_examples=100, derandomize=True, database=None)
@given(LINES | RAW)
def test_any_raw_signature_is_a_signature(raw: bytes) -> None:
    assert history.parse_signature(raw).when.tzinfo is not None


@settings(max_examples=100, derandomize=True, database=None)
@given(RAW)
def test_a_listed_commit_is_the_commit_itself(raw: bytes) -> None:
    head, gap, message = raw.partition(b"\n\n")
    listed = b"a" * 40 + b"\n" + head + (gap + b"    " + message.replace(b"\n", b"\n    ") if gap else b"")

    assert history.Parser().listed(listed) == history.parse_commit("a" * 40, raw)


def test_an_encoding_that_cannot_be_a_name_is_passed_over() -> None:
    assert history.parse_commit("a" * 40, b"tree 0a\nencoding a\0b\n\nBericht\n").message == "Bericht\n"
