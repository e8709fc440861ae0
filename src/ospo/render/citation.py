# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How others refer to a page of ours: as a sentence, as BibTeX, and as CSL-JSON for reference managers."""

import datetime
import json
import re
from dataclasses import dataclass

from ospo import __version__
from ospo.domain.language import Language
from ospo.i18n import long_date, translator

NAME = "OSPO-NL"
_NOT_IN_A_KEY = re.compile(r"[^a-z0-9]+")
_SPECIAL = re.compile(r"[\\{}$&#^_%~]")
_WORDS = {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\~{}"}


@dataclass(frozen=True, slots=True)
class Citation:
    """A page to refer to.

    `dated` is the day of its last review or reading, when it has one; `url` is empty when it is not known where the
    site stands.
    """

    key: str
    title: str
    url: str
    language: Language
    licence: str
    dated: datetime.date | None = None
    version: str = __version__

    def sentence(self) -> str:
        """A reference to read, in the language of the page."""
        say = translator(self.language)
        year = str(self.dated.year) if self.dated else say("undated")
        parts = [f"{NAME} ({year})", self.title.rstrip("."), say("Knowledge base OSPO-NL, version {v}", v=self.version)]
        if self.dated:
            parts.append(say("As of {date}", date=long_date(self.dated, self.language)))
        return ". ".join(part for part in [*parts, self.licence, self.url] if part)

    def bibtex(self) -> str:
        """An entry for BibTeX; the braces within keep capitals as they are."""
        fields = {"author": f"{{{NAME}}}", "title": f"{{{_escaped(self.title)}}}", "howpublished": NAME}
        if self.dated:
            fields |= {"year": str(self.dated.year), "date": self.dated.isoformat()}
        fields |= {"version": self.version, "note": _escaped(self.licence), "url": self.url, "language": self._name()}
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
        return f"@misc{{{self._id()},\n{lines}}}"

    def csl(self) -> str:
        """An item of CSL-JSON."""
        item: dict[str, object] = {
            "id": self._id(),
            "type": "webpage",
            "title": self.title,
            "container-title": NAME,
            "author": [{"literal": NAME}],
        }
        if self.dated:
            item["issued"] = {"date-parts": [[self.dated.year, self.dated.month, self.dated.day]]}
        item |= {"version": self.version, "note": self.licence, "language": f"{self.language}"}
        if self.url:
            item["URL"] = self.url
        return json.dumps([item], ensure_ascii=False)

    def _id(self) -> str:
        return _NOT_IN_A_KEY.sub("-", f"ospo-nl-{self.key}-{self.language}".lower()).strip("-")

    def _name(self) -> str:
        return "dutch" if self.language is Language.NL else "english"


def _escaped(text: str) -> str:
    """A text as BibTeX wants it: what has a meaning there stands for itself."""
    return _SPECIAL.sub(lambda found: _WORDS.get(found[0], "\\" + found[0]), text)
