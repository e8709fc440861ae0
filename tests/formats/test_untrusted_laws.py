# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What holds of readers whatever they read: doing it twice is doing it once, and what was left alone is still there."""

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import untrusted
from ospo import formats
from ospo.errors import ParseError
from ospo.formats import (
    address,
    community_files,
    content_kind,
    line_edit,
    outline,
    path_patterns,
    publiccode_repair,
    references,
    spdx,
    symlink,
    versions,
    yaml,
    yaml_places,
)
from ospo.formats.expression import Expression
from publiccode_documents import VALID

MANY = settings(max_examples=60, derandomize=True, database=None)


def expressions() -> Iterator[tuple[str, str]]:
    """Every expression that looks for words first, by module and name."""
    for found in pkgutil.iter_modules(formats.__path__):
        for name, value in vars(importlib.import_module(f"ospo.formats.{found.name}")).items():
            if isinstance(value, Expression):
                yield found.name, name


@pytest.mark.parametrize("module", sorted({module for module, _ in expressions()}))
def test_looking_for_a_word_first_hides_nothing_that_would_be_found(module: str) -> None:
    own = [name for where, name in expressions() if where == module]

    @settings(MANY, phases=[Phase.generate])
    @given(untrusted.texts(module))
    def holds(text: str) -> None:
        text = text[:300]  # to look without a word first takes long
        for name in own:
            one: Expression = getattr(importlib.import_module(f"ospo.formats.{module}"), name)
            assert one.compiled.search(text) is None or one.may_be_in(text), (name, text)

    holds()


@MANY
@given(untrusted.addresses())
def test_a_normal_address_is_normal(text: str) -> None:
    once = address.normalise(text)

    assert once is None or address.normalise(once) == once


@MANY
@given(untrusted.texts("versions"), untrusted.texts("versions"))
def test_versions_can_be_put_in_order(one: str, other: str) -> None:
    left, right = versions.parse(one), versions.parse(other)

    assert left is None or versions.same(one, one)
    if left and right:
        assert (left.key < right.key) + (left.key == right.key) + (left.key > right.key) == 1


@MANY
@given(untrusted.texts("outline"))
def test_without_comments_no_line_is_lost(text: str) -> None:
    assert outline.without_comments(text).count("\n") == text.count("\n")


@MANY
@given(untrusted.contents("readme"))
def test_what_was_decoded_stays_what_it_is(content: bytes) -> None:
    once = community_files.decode(content)
    plain = content_kind.as_utf8(content)

    assert "\r" not in once
    assert community_files.decode(once.encode("utf-8")) == once
    assert content_kind.as_utf8(plain) == plain or plain.startswith((b"\xff\xfe", b"\xfe\xff"))


@MANY
@given(untrusted.paths("path_patterns"), untrusted.paths("path_patterns"), st.booleans())
def test_a_pattern_covers_what_it_matches_and_all_below_it(pattern: str, path: str, anchored: bool) -> None:
    if path_patterns.matches(pattern, path, anchored=anchored):
        assert path_patterns.covers(pattern, path, anchored=anchored)
        assert path_patterns.covers(pattern, f"{path}/x", anchored=anchored)


@MANY
@given(untrusted.texts("yaml"), st.integers(1, 9), st.text(min_size=1, max_size=4), st.text(max_size=4))
def test_changing_a_word_changes_its_line_only(text: str, line: int, old: str, new: str) -> None:
    changed = line_edit.with_word(text, line, old, new.replace("\n", " "))

    if changed is not None:
        before, after = text.split("\n"), changed.split("\n")
        assert before[: line - 1] + before[line:] == after[: line - 1] + after[line:]


@MANY
@given(untrusted.texts("yaml_places"), st.from_regex(r"[a-z 0-9:#]{0,9}", fullmatch=True), st.integers(0, 99))
def test_a_changed_value_is_read_back_and_nothing_else_changed(text: str, value: str, which: int) -> None:
    try:
        places, before = yaml_places.places(text), yaml.load(text).lines
    except ParseError:
        return
    known = sorted((path for path in places if path in before), key=str)
    path = known[which % len(known)] if known else ()
    changed = line_edit.with_value(text, path, value)

    if changed is not None and path:
        found = yaml.load(changed)
        assert found.lines == before
        at = found.value
        for part in path:
            at = at[part]
        assert at == value


WRITTEN = st.characters(max_codepoint=0x7E) | st.sampled_from("éß€İ\U0001f600")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.text(WRITTEN, max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(WRITTEN, max_size=5), inner, max_size=3),
    max_leaves=9,
)


@MANY
@given(JSON)
def test_yaml_reads_what_json_wrote(value: object) -> None:
    assert yaml.load(json.dumps(value, ensure_ascii=False)).value == value


@MANY
@given(untrusted.texts("references"))
def test_rewriting_names_into_themselves_changes_nothing(text: str) -> None:
    assert references.rewrite(text, lambda name: name) == text


@MANY
@given(untrusted.texts("spdx_expression"))
def test_the_keys_of_an_expression_are_expressions(text: str) -> None:
    for key in spdx.keys(text) or ():
        assert spdx.keys(key)


@MANY
@given(untrusted.paths("symlink"), untrusted.contents("symlink"))
def test_a_symlink_never_leads_outside(link: str, content: bytes) -> None:
    found = symlink.target(link.lstrip("/"), content)

    assert found is None or ".." not in found.split("/")


COMMENT = re.compile(r"(?:^|\s)# \w+$", re.MULTILINE)


@settings(max_examples=25, derandomize=True, database=None)
@given(untrusted.edited(["".join(f"{line} # no{n}\n" for n, line in enumerate(VALID.split("\n")))], st.just("x")))
def test_a_repair_keeps_every_comment_and_is_done_in_one_go(text: str) -> None:
    try:
        found = publiccode_repair.repair(text.encode())
    except ParseError:
        return

    assert COMMENT.findall(found.text) == COMMENT.findall(text)
    assert publiccode_repair.repair(found.text.encode()).repairs == ()
