# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations, and the claims that they follow from."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make these tables."""
    _organisations()
    _readings()
    _claims()
    _passed()


def downgrade() -> None:
    """Throw these tables away."""
    for table in reversed(_TABLES):
        op.drop_table(table)


def _number() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _organisations() -> None:
    op.create_table(
        "organisations",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisations"),
    )
    op.create_index("ix_organisations_name", "organisations", ["name"])


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("id", _number(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("read", sa.Date(), nullable=False),
        sa.Column("dated", sa.Date()),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("replaced", sa.Date()),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
    )
    op.create_index(
        "ix_readings_now",
        "readings",
        ["key"],
        unique=True,
        sqlite_where=sa.text("replaced IS NULL"),
        postgresql_where=sa.text("replaced IS NULL"),
    )


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", _number(), nullable=False),
        sa.Column("reading_id", _number(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("attribute", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("confidence", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("read", sa.Date(), nullable=False),
        sa.Column("dated", sa.Date()),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_claims_reading_id"),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
    )
    op.create_index("ix_claims_reading_id", "claims", ["reading_id"])
    op.create_index("ix_claims_subject", "claims", ["subject"])


def _passed() -> None:
    op.create_table(
        "passed",
        sa.Column("id", _number(), nullable=False),
        sa.Column("reading_id", _number(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_passed_reading_id"),
        sa.PrimaryKeyConstraint("id", name="pk_passed"),
    )
    op.create_index("ix_passed_mark", "passed", ["mark"])
    op.create_index("ix_passed_reading_id", "passed", ["reading_id"])


_TABLES = ("organisations", "readings", "claims", "passed")
