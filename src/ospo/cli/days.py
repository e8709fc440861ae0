# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A day, or a year, on the command line."""

import datetime
from typing import Any

import click

from ospo.cli import speech


class Day(click.ParamType[datetime.date]):
    """`2020`, `2020-07` or `2020-07-01`; a year or a month stands for its first day."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """The day; anything else is an error of usage that shows how to write one."""
        if isinstance(value, datetime.date):
            return value
        text = str(value)
        try:
            return datetime.date.fromisoformat(text + "-01-01"[3 * text.count("-") :] if len(text) < 10 else text)
        except ValueError:
            self.fail(
                speech.say("'{value}' is no day: write a year (2020) or a day (2020-07-01).", value=text), param, ctx
            )
