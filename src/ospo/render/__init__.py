# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The render room: values to text, JSON, HTML and feeds; nothing here reads or asks."""
