# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nouns: frozen dataclasses and protocols of the field; standard library only."""
