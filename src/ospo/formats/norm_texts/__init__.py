# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The original texts of norms: one module per form in which a norm is published, and `readers` that knows them all."""
