# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The remote room: the only place that opens a socket, and never into a network that is not public."""

from ospo.remote.network import Network
from ospo.remote.walk import Manners, Walk
from ospo.remote.web import Limits, Web

__all__ = ["Limits", "Manners", "Network", "Walk", "Web"]
