# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts and repositories, snapshots and findings, crawls and jobs."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make these tables."""
    _accounts()
    _requests()
    _runs()
    _words()
    _jobs()
    _repositories()
    _tallies()
    _totals()
    _troubles()
    _aliases()
    _snapshots()
    _states()
    _findings()


def downgrade() -> None:
    """Throw these tables away."""
    for table in reversed(_TABLES):
        op.drop_table(table)


def _number() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", _number(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("organisation", sa.String()),
        sa.Column("first_seen", sa.BigInteger(), nullable=False),
        sa.Column("listed", sa.BigInteger()),
        sa.Column("is_stale", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("url", name="uq_accounts_url"),
    )
    op.create_index("ix_accounts_organisation", "accounts", ["organisation"])


def _requests() -> None:
    op.create_table(
        "requests",
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("etag", sa.String()),
        sa.Column("checked", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("url", name="pk_requests"),
    )


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", _number(), nullable=False),
        sa.Column("started", sa.BigInteger(), nullable=False),
        sa.Column("ended", sa.BigInteger()),
        sa.Column("sources", sa.Text(), nullable=False),
        sa.Column("accounts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("unchanged", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("requests", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("listed", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("new", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("gone", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("looks", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("fetches", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("scans", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("failures", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )


def _words() -> None:
    op.create_table(
        "words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("word", sa.String()),
        sa.PrimaryKeyConstraint("id", name="pk_words"),
        sa.UniqueConstraint("word", name="uq_words_word"),
    )


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", _number(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("lease_until", sa.BigInteger()),
        sa.Column("taker", sa.String()),
        sa.Column("error", sa.Text()),
        sa.Column("run_id", _number()),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_jobs_run_id"),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
        sa.UniqueConstraint("kind", "subject", name="uq_jobs_kind"),
    )
    op.create_index(
        "ix_jobs_queued",
        "jobs",
        ["priority", "id"],
        sqlite_where=sa.text("state = 'queued'"),
        postgresql_where=sa.text("state = 'queued'"),
    )
    op.create_index(
        "ix_jobs_running",
        "jobs",
        ["lease_until"],
        sqlite_where=sa.text("state = 'running'"),
        postgresql_where=sa.text("state = 'running'"),
    )


def _repositories() -> None:
    op.create_table(
        "repositories",
        sa.Column("id", _number(), nullable=False),
        sa.Column("account_id", _number(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("clone", sa.Text(), nullable=False),
        sa.Column("identity", sa.String()),
        sa.Column("is_fork", sa.Boolean(), nullable=False),
        sa.Column("fork_of", sa.String()),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.Column("is_defaults", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("first_seen", sa.BigInteger(), nullable=False),
        sa.Column("mark", sa.String()),
        sa.Column("done_mark", sa.String()),
        sa.Column("digest", sa.String()),
        sa.Column("basis", sa.String()),
        sa.Column("snapshot_id", _number()),
        sa.Column("until", sa.BigInteger()),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_repositories_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_repositories"),
        sa.UniqueConstraint("address", name="uq_repositories_address"),
    )
    op.create_index("ix_repositories_account_id_address", "repositories", ["account_id", "address"])
    op.create_index("ix_repositories_identity", "repositories", ["identity"])
    op.create_index("ix_repositories_state_since", "repositories", ["state", "since"])


def _tallies() -> None:
    op.create_table(
        "tallies",
        sa.Column("account_id", _number(), autoincrement=False, nullable=False),
        sa.Column("check_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("outcome", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("repositories", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_tallies_account_id"),
        sa.ForeignKeyConstraint(["check_id"], ["words.id"], name="fk_tallies_check_id"),
        sa.PrimaryKeyConstraint("account_id", "check_id", "outcome", name="pk_tallies"),
        sqlite_with_rowid=False,
    )


def _totals() -> None:
    op.create_table(
        "totals",
        sa.Column("check_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("outcome", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("repositories", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["check_id"], ["words.id"], name="fk_totals_check_id"),
        sa.PrimaryKeyConstraint("check_id", "outcome", name="pk_totals"),
        sqlite_with_rowid=False,
    )


def _troubles() -> None:
    op.create_table(
        "troubles",
        sa.Column("id", _number(), nullable=False),
        sa.Column("run_id", _number(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("named", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_troubles_run_id"),
        sa.PrimaryKeyConstraint("id", name="pk_troubles"),
    )
    op.create_index("ix_troubles_run_id", "troubles", ["run_id"])


def _aliases() -> None:
    op.create_table(
        "aliases",
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("repository_id", _number(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["repository_id"], ["repositories.id"], name="fk_aliases_repository_id"),
        sa.PrimaryKeyConstraint("address", name="pk_aliases"),
    )
    op.create_index("ix_aliases_repository_id", "aliases", ["repository_id"])


def _snapshots() -> None:
    op.create_table(
        "snapshots",
        sa.Column("id", _number(), nullable=False),
        sa.Column("repository_id", _number(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("commit_id", sa.String(), nullable=False),
        sa.Column("committed", sa.BigInteger(), nullable=False),
        sa.Column("scanned", sa.BigInteger(), nullable=False),
        sa.Column("is_lasting", sa.Boolean(), nullable=False),
        sa.Column("met", sa.SmallInteger(), nullable=False),
        sa.Column("not_met", sa.SmallInteger(), nullable=False),
        sa.Column("unknown", sa.SmallInteger(), nullable=False),
        sa.Column("not_applicable", sa.SmallInteger(), nullable=False),
        sa.Column("seen", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["repository_id"], ["repositories.id"], name="fk_snapshots_repository_id"),
        sa.PrimaryKeyConstraint("id", name="pk_snapshots"),
        sa.UniqueConstraint("repository_id", "digest", "basis", name="uq_snapshots_repository_id"),
    )
    op.create_index("ix_snapshots_scanned", "snapshots", ["scanned"])


def _states() -> None:
    op.create_table(
        "states",
        sa.Column("repository_id", _number(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["repository_id"], ["repositories.id"], name="fk_states_repository_id"),
        sa.PrimaryKeyConstraint("repository_id", "since", name="pk_states"),
    )
    op.create_index("ix_states_since", "states", ["since"])


def _findings() -> None:
    op.create_table(
        "findings",
        sa.Column("repository_id", _number(), autoincrement=False, nullable=False),
        sa.Column("check_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("snapshot_id", _number(), nullable=False),
        sa.Column("outcome", sa.SmallInteger(), nullable=False),
        sa.Column("reason_id", sa.Integer(), nullable=False),
        sa.Column("ended", sa.BigInteger()),
        sa.ForeignKeyConstraint(["check_id"], ["words.id"], name="fk_findings_check_id"),
        sa.ForeignKeyConstraint(["reason_id"], ["words.id"], name="fk_findings_reason_id"),
        sa.ForeignKeyConstraint(["repository_id"], ["repositories.id"], name="fk_findings_repository_id"),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"], name="fk_findings_snapshot_id"),
        sa.PrimaryKeyConstraint("repository_id", "check_id", "since", name="pk_findings"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_findings_now",
        "findings",
        ["check_id", "outcome", "repository_id"],
        sqlite_where=sa.text("ended IS NULL"),
        postgresql_where=sa.text("ended IS NULL"),
    )


_TABLES = (
    "accounts",
    "requests",
    "runs",
    "words",
    "jobs",
    "repositories",
    "tallies",
    "totals",
    "troubles",
    "aliases",
    "snapshots",
    "states",
    "findings",
)
