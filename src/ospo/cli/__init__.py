# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command line door: `main` finds the commands; each command is a module in `commands/`."""
