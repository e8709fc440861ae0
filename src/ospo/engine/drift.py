# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drift: has the original moved since the translation was made?"""

from ospo.domain.practice import Text, fingerprint


def is_behind(translation: Text, original: Text) -> bool:
    """True when the translation was made from another text than the original of today."""
    return translation.original != fingerprint(original)
