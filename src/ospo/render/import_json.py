# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report on an older knowledge base as JSON, for other programs."""

import msgspec

from ospo import __version__
from ospo.domain.imported import ImportReport


def document(report: ImportReport) -> str:
    """The report as it is, with which program made it."""
    made = {"schema_version": "1.0", "tool": f"ospo {__version__}", "report": msgspec.to_builtins(report)}
    return msgspec.json.format(msgspec.json.encode(made), indent=2).decode("utf-8", "replace") + "\n"
