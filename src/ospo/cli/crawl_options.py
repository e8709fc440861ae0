# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The options that every command has which goes by the queue of the register."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

import click

from ospo.cli.speech import language_option, option, say

F = TypeVar("F", bound=Callable[..., Any])
_SPAN = re.compile(r"([1-9][0-9]{0,5})([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def crawl_options() -> Callable[[F], F]:
    """`--database`, `--internal`, `--processes` and `--language`."""

    def give(function: F) -> F:
        for one in reversed(
            (
                option(
                    "--database",
                    metavar="ADDRESS",
                    help="The register: sqlite:///PATH or postgresql://USER@HOST/NAME.",
                ),
                option(
                    "--internal",
                    multiple=True,
                    metavar="HOST",
                    help="A host in your own network that may be asked (may be given more than once).",
                ),
                option(
                    "--processes",
                    type=click.IntRange(1, 256),
                    metavar="N",
                    help="How many repositories at a time (default: one per core).",
                ),
                language_option(),
            )
        ):
            function = one(function)
        return function

    return give


class Span(click.ParamType[timedelta]):
    """A length of time: 30m, 6h or 1d."""

    name = "span"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:
        """The value as a length of time."""
        if isinstance(value, timedelta):
            return value
        found = _SPAN.fullmatch(str(value).strip())
        if found is None:
            self.fail(say("'{value}' is no length of time: write 30m, 6h or 1d", value=value), param, ctx)
        return timedelta(**{_UNITS[found[2]]: int(found[1])})
