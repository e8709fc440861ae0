# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the tables came to be, revision by revision; one history for SQLite and PostgreSQL."""
