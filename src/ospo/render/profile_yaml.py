# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A rule set of repolinter as a profile in YAML: what was taken over, and as remarks what was not, with the reason."""

import datetime
import json
import re
from collections.abc import Iterator

from ospo.domain.language import Language
from ospo.domain.profile import Importance
from ospo.engine.repolinter import Reason, Refused, Taken, Takeover
from ospo.i18n import translator
from ospo.render.terminal import printable

_REASONS = {
    Reason.OFF: "it is off",
    Reason.CONDITION: "it holds on a condition ({where}); a profile has kinds and tiers for that",
    Reason.ELSEWHERE: "only its level stands here; give the rule set it extends with --base",
    Reason.ASKS_MORE: "the check {check} comes near and asks more; add it if you want that",
    Reason.WORDS: "it looks for words or a form in a file; no check asks the same",
    Reason.NO_CHECK: "no check asks this",
    Reason.FORGE: "it looks for a badge; no check asks this",
    Reason.FIXED: "it compares files with a fixed hash; no check does",
    Reason.LOG: "it looks for a text in the history; no check does",
    Reason.STATE: "it is about the work tree; a scan reads commits",
    Reason.SIZE: "it is about the size of files; no check asks this",
    Reason.LINKS: "it follows links on the web; a scan uses no network",
}
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


class ImportText:
    """Writes the profile, with remarks in one language."""

    def __init__(self, language: Language, today: datetime.date) -> None:
        self._language = language
        self._today = today
        self._say = translator(language)

    def document(self, found: Takeover, name: str) -> str:
        """The profile as a file; `name` is that of the rule set."""
        say = self._say
        slug = _NOT_SLUG.sub("-", name.lower()).strip("-")[:60].strip("-") or "repolinter"
        lines = [
            f"# {say('Made of the repolinter rule set {name}: read it through before you use it.', name=_plain(name))}",
            f"id: {slug}",
            "title:",
            *(f"  {code}: {_quoted(title)}" for code, title, _ in _texts(name)),
            "summary:",
            *(f"  {code}: {_quoted(summary)}" for code, _, summary in _texts(name)),
            'version: "1"',
            f"date: {self._today.isoformat()}",
            f"keeper: {_quoted(say('fill in who keeps this'))}",
            f"licence: {_quoted(say('fill in, as of the rule set'))}",
            "proposal: true",
        ]
        for importance in Importance:
            checks = found.checks(importance)
            if not checks:
                continue
            lines += [f"{importance}:", "  checks:"]
            for check in checks:
                rules = ", ".join(self._rule(t) for t in found.taken if t.check == check)
                lines.append(f"    - {check}  # {rules}")
        if found.refused:
            lines += ["", f"# {say('Not taken over ({n}):', n=len(found.refused))}"]
            lines += [f"#   {_plain(item.rule.name)}: {self._reason(item)}" for item in found.refused]
        return "\n".join(lines) + "\n"

    def _rule(self, item: Taken) -> str:
        name = _plain(item.rule.name)
        return self._say("{rule}, by its name only", rule=name) if item.by_name else name

    def _reason(self, item: Refused) -> str:
        where = _plain(", ".join(item.rule.where))
        return self._say(_REASONS[item.reason], where=where, check=item.check or "")


def _texts(name: str) -> Iterator[tuple[Language, str, str]]:
    """Title and summary in each language."""
    for language in Language:
        say = translator(language)
        summary = say("What the repolinter rule set {name} asks, as far as our checks ask the same.", name=name)
        yield language, say("Imported from {name}", name=name), summary


def _plain(text: str) -> str:
    """A word of a stranger on one line of remarks."""
    return printable(text[:200])


def _quoted(text: str) -> str:
    return json.dumps(printable(text), ensure_ascii=False)
