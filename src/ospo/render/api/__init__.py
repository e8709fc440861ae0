# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The API: everything that the site shows as data, for other programs; without a key, and only to read."""

from ospo.render.api.answering import Api, ApiAnswer

__all__ = ["Api", "ApiAnswer"]
