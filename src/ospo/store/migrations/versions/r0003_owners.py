# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose a repository is: by its owner, in one table, in the place of a column of the accounts that are crawled."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table, and note the owner of each repository that is known."""
    op.create_table(
        "owners",
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("organisation", sa.String()),
        sa.PrimaryKeyConstraint("address", name="pk_owners"),
    )
    op.create_index("ix_owners_organisation", "owners", ["organisation"])
    empty = sa.text("''")
    op.add_column("organisations", sa.Column("tooi", sa.String(), nullable=False, server_default=empty))
    op.create_index("ix_organisations_kind", "organisations", ["kind"])
    op.create_index("ix_organisations_tooi", "organisations", ["tooi"])
    op.add_column("repositories", sa.Column("owner", sa.String(), nullable=False, server_default=empty))
    op.create_index("ix_repositories_owner_address", "repositories", ["owner", "address"])
    _note_owners()
    op.drop_index("ix_accounts_organisation", "accounts")
    op.drop_column("accounts", "organisation")


def downgrade() -> None:
    """Put it back; what follows from the claims is worked out again at the next import."""
    op.add_column("accounts", sa.Column("organisation", sa.String()))
    op.create_index("ix_accounts_organisation", "accounts", ["organisation"])
    op.drop_index("ix_repositories_owner_address", "repositories")
    op.drop_column("repositories", "owner")
    op.drop_index("ix_organisations_tooi", "organisations")
    op.drop_index("ix_organisations_kind", "organisations")
    op.drop_column("organisations", "tooi")
    op.drop_table("owners")


def _note_owners() -> None:
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT id, address FROM repositories")).all()
    named = [{"id": row.id, "owner": row.address.rpartition("/")[0]} for row in rows]
    if named:
        connection.execute(sa.text("UPDATE repositories SET owner = :owner WHERE id = :id"), named)
        owners = [{"owner": owner} for owner in sorted({row["owner"] for row in named})]
        connection.execute(sa.text("INSERT INTO owners (address) VALUES (:owner)"), owners)
