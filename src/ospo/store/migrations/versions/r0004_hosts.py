# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which host each job asks something of, and how much each host was asked and may be asked."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table, and note the host of each job that is known."""
    op.create_table(
        "hosts",
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("free", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
        sa.Column("lists_free", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
        sa.Column("hour", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
        sa.Column("used", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.PrimaryKeyConstraint("host", name="pk_hosts"),
    )
    op.add_column("jobs", sa.Column("host", sa.String(), nullable=False, server_default=sa.text("''")))
    op.drop_index("ix_jobs_queued", "jobs")
    _index(["host", "priority", "id"])
    _note_hosts()
    _note_whose_numbers()


def downgrade() -> None:
    """Put it back."""
    op.drop_index("ix_jobs_queued", "jobs")
    _index(["priority", "id"])
    op.drop_column("jobs", "host")
    op.drop_table("hosts")


def _index(columns: list[str]) -> None:
    queued = sa.text("state = 'queued'")
    op.create_index("ix_jobs_queued", "jobs", columns, sqlite_where=queued, postgresql_where=queued)


def _note_hosts() -> None:
    from ospo.formats.forge_limits import host_of

    connection = op.get_bind()
    found = connection.execute(
        sa.text(
            "SELECT j.id, COALESCE(r.clone, j.subject) AS place FROM jobs j "
            "LEFT JOIN repositories r ON j.kind = 'repository' AND r.address = j.subject"
        )
    ).all()
    rows = [{"id": row.id, "host": host_of(row.place)} for row in found]
    if rows:
        connection.execute(sa.text("UPDATE jobs SET host = :host WHERE id = :id"), rows)
        hosts = [{"host": host} for host in sorted({row["host"] for row in rows})]
        connection.execute(sa.text("INSERT INTO hosts (host) VALUES (:host)"), hosts)


def _note_whose_numbers() -> None:
    """The number of a repository holds for its forge, or for the list that gives it."""
    from ospo.formats.forge_limits import host_of

    connection = op.get_bind()
    found = connection.execute(
        sa.text(
            "SELECT r.id, r.address, r.identity, a.kind, a.url FROM repositories r "
            "JOIN accounts a ON a.id = r.account_id WHERE r.identity IS NOT NULL"
        )
    ).all()
    rows = [
        {"id": r.id, "identity": f"{host_of(r.address) if r.kind == 'forge' else r.url} {r.identity}"}
        for r in found
        if r.kind in ("forge", "index")
    ]
    if rows:
        connection.execute(sa.text("UPDATE repositories SET identity = :identity WHERE id = :id"), rows)
