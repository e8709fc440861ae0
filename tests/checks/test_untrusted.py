# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""No check crashes on a repository of a stranger, whatever stands in its files and its history."""

from hypothesis import Phase, given, settings

import untrusted
from ospo.checks import all_checks
from ospo.domain.finding import CHECK_CRASHED
from ospo.engine.scan import look
from snapshots import MemorySnapshot
from untrusted_documents import FILES


@settings(max_examples=12, derandomize=True, database=None, phases=[Phase.generate])
@given(untrusted.snapshots("guides"))
def test_no_check_crashes(snapshot: MemorySnapshot) -> None:
    seen = look(snapshot, all_checks())

    assert [check for check, verdict in seen.verdicts.items() if verdict.reason == CHECK_CRASHED] == []


def test_the_files_that_these_repositories_are_made_from_are_read() -> None:
    seen = look(MemorySnapshot(FILES, remotes=("https://github.com/voorbeeld/kaart",)), all_checks())

    outcomes = [str(verdict.outcome) for verdict in seen.verdicts.values()]
    assert outcomes.count("met") > 30
