# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The knowledge room: content/ and observations/ on disk to nouns and back."""

from ospo.knowledge.history import load as load_history
from ospo.knowledge.history import save as save_history
from ospo.knowledge.links import load as load_links
from ospo.knowledge.links import record as record_look
from ospo.knowledge.load import load
from ospo.knowledge.observations import load as load_observations
from ospo.knowledge.observations import save as save_observations
from ospo.knowledge.profiles import read_profile
from ospo.knowledge.stamp import stamp

__all__ = [
    "load",
    "load_history",
    "load_links",
    "load_observations",
    "read_profile",
    "record_look",
    "save_history",
    "save_observations",
    "stamp",
]
