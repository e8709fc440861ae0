# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.errors import ParseError
from ospo.formats import (
    changelog,
    ci_tests,
    dep5,
    dockerfile,
    line_edit,
    manifests,
    status_notice,
    text_lines,
    updaters,
)

ODD = "# een\x0ctwee\x85drie\u2028vier\x1dvijf\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\r\n\r\nb", ["a", "", "b"]), (ODD, [ODD[:-1]])],
)
def test_a_line_ends_at_a_line_feed_and_nowhere_else(text: str, lines: list[str]) -> None:
    assert text_lines.of(text) == lines


def test_a_form_feed_does_not_shift_the_line_that_is_named() -> None:
    npm = next(one for one in manifests.ECOSYSTEMS if one.locks and one.locks.fullmatch("package-lock.json"))

    assert changelog.first_version(f"{ODD}## 1.2.3\n") == (2, "1.2.3")
    assert ci_tests.lines(f"{ODD}make test\n")[-1] == (2, "make test")
    assert dockerfile.base_images(f"{ODD}FROM python:3\n")[0].line == 2
    assert manifests.ignored_locks(f"{ODD}package-lock.json\n", npm) == [(2, "package-lock.json")]
    assert status_notice.find(f"{ODD}This project is no longer maintained.\n") == 2
    assert updaters.bot_line(f"{ODD}if: github.actor == 'dependabot[bot]'\n") == 2


def test_a_mistake_after_a_form_feed_is_told_at_its_line() -> None:
    with pytest.raises(ParseError) as told:
        dep5.parse(b"Format: 1\nUpstream-Name: a\x0cb\x1dc\nno field\n")

    assert told.value.line == 3


def test_a_word_after_a_form_feed_is_changed_on_its_line() -> None:
    assert line_edit.with_word("a\x0cb\nuses: x@v1\n", 2, "v1", "v2") == "a\x0cb\nuses: x@v2\n"
