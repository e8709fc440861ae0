# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading requests with httptools, which knows no limit of its own to the size of their headers."""

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MAX_HEAD = 64 * 1024  # bytes of a request before its body, as h11 has it


class CappedProtocol(HttpToolsProtocol):
    """Ends the connection of who keeps sending headers."""

    _head = 0

    def data_received(self, data: bytes) -> None:
        """Count what came since headers were last complete."""
        self._head += len(data)
        super().data_received(data)
        if self._head > MAX_HEAD and not self.transport.is_closing():
            self.send_400_response("Invalid HTTP request received.")

    def on_headers_complete(self) -> None:
        """What follows is a body, or another request."""
        self._head = 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Whoever gets a body paces it."""
        self._head = 0
        super().on_body(body)
