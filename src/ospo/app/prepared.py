# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every process of a pool needs: imported once, in the process that the others are copied from."""

import gc

from ospo import checks
from ospo.app import looking
from ospo.formats import licence_text

__all__ = ["looking"]

checks.all_checks()
# To recognise a licence takes a library with the words of all of them: a text that is none has it loaded whole.
licence_text.read("Zomaar een tekst waarin geen licentie staat, met steeds een ander woord. " * 20)
# None of this is ever garbage, and a scan makes little of it: looking for it less often costs no memory to speak of.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
