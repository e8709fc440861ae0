# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measurements, side by side with what a user would use instead; run with `./dev bench`."""
