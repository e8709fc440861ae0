# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wheel: the same facts in the picture and in its words."""

import re

import pytest

from html_pages import read
from ospo.domain.language import Language
from ospo.domain.wheel import AXES, LEVELS, Segment, State, Wheel
from ospo.i18n import translator
from ospo.render.html import wheel

SAY = translator(Language.NL)


def made(*states: State) -> Wheel:
    """A wheel whose segments have these states, over and over."""
    places = [(axis, level) for axis in AXES for level in LEVELS]
    return Wheel(tuple(Segment(a, n, states[i % len(states)], 1, 2) for i, (a, n) in enumerate(places)))


def test_each_state_has_a_look_of_its_own_and_an_absent_one_is_left_out() -> None:
    drawn = wheel.svg(made(State.MET, State.NOT_MET, State.UNKNOWN, State.ABSENT), SAY, title="Titel", key="w")
    looks = re.findall(r'wheel__segment--(\w+)"', drawn)
    assert sorted(set(looks)) == ["filled", "hatched", "outlined"]
    assert len(looks) == 9
    assert drawn.count('fill="url(#w-hatch)"') == 3


def test_the_words_say_every_segment_in_the_language_of_the_page() -> None:
    drawn = wheel.svg(made(State.MET), SAY, title="Het wiel van <x>", key="w")
    assert "<title" in drawn
    assert "Het wiel van &lt;x&gt;" in drawn
    assert drawn.count("gezien") == 12
    assert "Veiligheid niveau 3: gezien" in drawn
    assert 'aria-labelledby="w-title" aria-describedby="w-desc"' in drawn


def test_the_large_wheel_names_its_quarters_and_the_small_one_does_not() -> None:
    large = wheel.svg(made(State.MET), SAY, title="x", key="w")
    small = wheel.svg(made(State.MET), SAY, title="x", key="w", small=True)
    assert re.findall(r">(\w+)</textPath>", large) == ["Transparantie", "Samenwerking", "Veiligheid", "Efficiëntie"]
    assert "textPath" not in small
    assert "wheel--small" in small


def test_names_below_the_middle_run_the_other_way() -> None:
    drawn = wheel.svg(made(State.MET), SAY, title="x", key="w")
    sweeps = re.findall(r'id="w-(\w+)" fill="none" d="M\S+ \S+ A\d+ \d+ 0 0 (\d)', drawn)
    assert sweeps == [("transparant", "1"), ("samen", "0"), ("veilig", "0"), ("efficient", "1")]


def test_ids_are_kept_apart_by_the_key() -> None:
    page = read(
        wheel.svg(made(State.UNKNOWN), SAY, title="x", key="a") + wheel.picture(wheel.sign(), SAY, title="y", key="b")
    )
    assert len(page.ids) == len(set(page.ids))
    assert page.untitled == 0


def test_the_illustration_states_no_facts_and_the_ornament_is_hidden() -> None:
    picture = wheel.picture(wheel.sign(), SAY, title="Het wiel", key="w")
    assert "<desc" not in picture
    assert "textPath" in picture
    ornament = wheel.ornament(wheel.sign(), "sign")
    assert 'aria-hidden="true"' in ornament
    assert "<title" not in ornament


@pytest.mark.parametrize(
    ("state", "met", "expected"),
    [
        (State.MET, 2, "found"),
        (State.NOT_MET, 1, "incomplete"),
        (State.UNKNOWN, 0, "not known"),
        (State.UNKNOWN, 1, "partly found"),
        (State.ABSENT, 0, "not tested"),
    ],
)
def test_the_word_of_a_segment(state: State, met: int, expected: str) -> None:
    assert wheel.word(Segment("veilig", 1, state, met, 2)) == expected
