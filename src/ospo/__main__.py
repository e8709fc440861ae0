# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`python -m ospo` is the same as `ospo`."""

from ospo.cli.main import main

if __name__ == "__main__":
    main()
