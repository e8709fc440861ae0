# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The git room: the only place that runs git, and it trusts nothing it reads."""

from ospo.git.snapshot import GitSnapshot, open_snapshot

__all__ = ["GitSnapshot", "open_snapshot"]
