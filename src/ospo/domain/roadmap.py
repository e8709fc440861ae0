# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The roadmap: the steps of setting up and running an OSPO, with what is decided in each and what lies there then."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ospo.domain.identifier import PracticeId, StepId
from ospo.domain.language import Language
from ospo.domain.practice import Audience, Phase


class Situation(StrEnum):
    """From where a reader sets out; the values are the words of the content files."""

    MINISTRY = "ministerie"
    MUNICIPALITY = "gemeente"
    AGENCY = "uitvoeringsorganisatie"
    COMPANY = "bedrijf"
    ALONE = "alleen"  # one person with a few hours a week


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `situations` are those in which it is taken now; in the others it comes later, or never."""

    id: StepId
    phase: Phase
    order: int
    title: Mapping[Language, str]
    decision: Mapping[Language, str]
    artefact: Mapping[Language, str]
    audience: tuple[Audience, ...]
    situations: tuple[Situation, ...]
    practices: tuple[PracticeId, ...]
