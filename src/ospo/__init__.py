# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""OSPO-NL: a living knowledge base and toolkit for Open Source Program Offices in the Netherlands."""

__version__ = "0.1.0"
