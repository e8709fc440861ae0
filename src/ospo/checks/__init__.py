# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The checks: one triplet per check with one stem; the folder is the topic. Adding one edits no file here."""

import pkgutil
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files

from ospo.domain.check import Check, CheckText, TopicText
from ospo.domain.identifier import CheckId
from ospo.domain.language import Language
from ospo.errors import UnknownId
from ospo.formats import front_matter


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check in the package, ordered by topic and id; found by walking, listed nowhere."""
    return tuple(load(check_id) for check_id in check_ids())


@cache
def check_ids() -> Mapping[CheckId, str]:
    """The topic of every check by its id, in report order, without importing a check."""
    found = {}
    for topic in sorted(m.name for m in pkgutil.iter_modules(__path__) if m.ispkg):
        folder = str(files(__name__) / topic)
        for module in sorted(m.name for m in pkgutil.iter_modules([folder])):
            found[CheckId(module.replace("_", "-"))] = topic
    return found


def topic_of(check_id: str) -> str:
    """The topic of a check, without importing it.

    Raises:
        UnknownId: there is no such check.
    """
    topic = check_ids().get(CheckId(check_id))
    if topic is None:
        raise UnknownId("There is no check '{id}': `ospo checks list` names them all.", id=check_id)
    return topic


def are_loaded(check_ids: Iterable[str]) -> bool:
    """Whether none of these checks needs importing any more."""
    return all(_module(check_id) in sys.modules for check_id in check_ids)


def _module(check_id: str) -> str:
    return f"{__name__}.{topic_of(check_id)}.{check_id.replace('-', '_')}"


def load(check_id: str) -> Check:
    """One check by its id.

    Raises:
        UnknownId: there is no such check.
    """
    topic = topic_of(check_id)
    module = import_module(_module(check_id))
    return Check(
        CheckId(check_id),
        topic,
        module.check,
        getattr(module, "PARAMETERS", {}),
        is_private=getattr(module, "PRIVATE", False),
        patch=getattr(module, "patch", None),
    )


@cache
def text(check_id: CheckId, language: Language) -> CheckText:
    """The words of a check in one language, from the file beside it."""
    topic = check_ids()[check_id]
    name = f"{check_id.replace('-', '_')}.{language}.md"
    parts = front_matter.split((files(__name__) / topic / name).read_text("utf-8"), f"checks/{topic}/{name}")
    values = parts.values
    shared = _shared_text(language)
    return CheckText(
        title=values["title"],
        messages=shared["messages"] | values["messages"],
        next_steps=shared["next"] | (values.get("next") or {}),
        body=parts.body.strip(),
        words=values.get("words") or {},
    )


@cache
def _shared_text(language: Language) -> dict[str, dict[str, str]]:
    """The words for the reasons that the scan itself gives to any check."""
    name = f"scan.{language}.md"
    return front_matter.split((files(__name__) / name).read_text("utf-8"), f"checks/{name}").values


@cache
def topic_text(topic: str, language: Language) -> TopicText:
    """The name of a topic in one language, and its place in reports."""
    name = f"topic.{language}.md"
    parts = front_matter.split((files(__name__) / topic / name).read_text("utf-8"), f"checks/{topic}/{name}")
    return TopicText(parts.values["title"], parts.values["order"])
