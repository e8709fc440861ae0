# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where `ospo` starts; nothing heavy is imported before it is known to be needed."""

import sys

from ospo import __version__


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"ospo {__version__}\n")
        return
    try:
        from ospo.cli.verbs import run

        sys.exit(run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)  # so early that nothing can be said yet
