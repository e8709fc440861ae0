# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A mark of the register as it is, an index by parts of addresses, and what kind of fork a repository is."""

import sqlalchemy as sa
from alembic import op

from ospo.store import address_index

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table and the columns, and the index where it can be had."""
    op.create_table(
        "edition",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("mark", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_edition"),
    )
    op.add_column("repositories", sa.Column("fork", sa.String(), nullable=False, server_default=sa.text("'none'")))
    op.add_column("repositories", sa.Column("is_ahead", sa.Boolean()))
    op.execute(sa.text("UPDATE repositories SET fork = 'fork' WHERE is_fork"))
    address_index.make(op.get_bind())


def downgrade() -> None:
    """Take them away."""
    address_index.drop(op.get_bind())
    op.drop_column("repositories", "is_ahead")
    op.drop_column("repositories", "fork")
    op.drop_table("edition")
