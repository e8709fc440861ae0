# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs: pure functions over nouns; no clock, no disk, no network."""
