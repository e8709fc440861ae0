# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real repositories are looked at only when OSPO_CORPUS names a folder with clones of them."""

import os

collect_ignore = [] if os.environ.get("OSPO_CORPUS") else ["test_real.py", "test_reuse_parity.py"]
