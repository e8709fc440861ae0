# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of checks: their texts from the files beside them, or as they were read before."""

from collections.abc import Mapping
from importlib.resources import files

import msgspec

from ospo.domain.catalogue import Catalogue
from ospo.domain.check import CheckText, Parameter, TopicText
from ospo.domain.identifier import CheckId
from ospo.domain.keeping import FORGETFUL, Keeper
from ospo.domain.language import Language

_PLACE = "checks", "texts"


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """Every text of every check and topic, in both languages."""

    topics: dict[CheckId, str]
    texts: dict[Language, dict[CheckId, CheckText]]
    names: dict[Language, dict[str, TopicText]]


def catalogue(keeper: Keeper) -> Catalogue:
    """Every check with its texts."""
    content = keeper.get(*_PLACE)
    try:
        kept = None if content is None else msgspec.msgpack.decode(content, type=_Kept)
    except msgspec.MsgspecError:
        kept = None
    if kept is None:
        from ospo import checks

        return Catalogue(dict(checks.check_ids()), checks.text, checks.topic_text, _parameters_of)
    return Catalogue(
        kept.topics,
        lambda check, language: kept.texts[language][check],
        lambda topic, language: kept.names[language][topic],
        _parameters_of,
    )


def remember(found: Catalogue, keeper: Keeper) -> None:
    """Keep all texts for the next time, unless they are kept already."""
    if keeper is FORGETFUL or keeper.get(*_PLACE) is not None:
        return
    topics = set(found.topics.values())
    kept = _Kept(
        found.topics,
        {language: {check: found.text(check, language) for check in found.topics} for language in Language},
        {language: {topic: found.topic(topic, language) for topic in topics} for language in Language},
    )
    keeper.put(*_PLACE, msgspec.msgpack.encode(kept))


def _parameters_of(check: CheckId) -> Mapping[str, Parameter]:
    """The parameters of a check; to see that it has none, it need not be imported."""
    from ospo import checks

    module = files("ospo.checks") / checks.check_ids()[check] / f"{check.replace('-', '_')}.py"
    if module.is_file() and "PARAMETERS" not in module.read_text("utf-8"):
        return {}
    return checks.load(check).parameters
