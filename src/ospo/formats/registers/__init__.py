# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Importers of lists of organisations, one module for each kind of list; `formats.importers` finds them by walking."""
