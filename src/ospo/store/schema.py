# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of the register, the same for SQLite and PostgreSQL; `migrations/` makes them.

Rows come in only; what changes in place is where something stands now: a state, a lease, the end of an answer.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from ospo.domain.crawl import Counts
from ospo.store.columns import Moment, Number
from ospo.store.columns import metadata as metadata

# Checks and reasons, which millions of rows name, stand there as a number.
words = Table("words", metadata, Column("id", Integer, primary_key=True), Column("word", String, unique=True))

organisations = Table(
    "organisations",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("body", LargeBinary, nullable=False),  # what was concluded from the claims, as its noun
    Column("tooi", String, nullable=False, server_default=text("''")),
    Index(None, "name"),
    Index(None, "kind"),
    Index(None, "tooi"),
)

# Whose an account is by the claims, for every account that they name and every one that holds a repository.
owners = Table(
    "owners",
    metadata,
    Column("address", String, primary_key=True),
    Column("organisation", String, index=True),
)

# What a file of a source gave, each time that it gave something else; the one that counts was replaced by none.
readings = Table(
    "readings",
    metadata,
    Column("id", Number, primary_key=True),
    Column("key", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("url", Text, nullable=False),
    Column("read", Date, nullable=False),
    Column("dated", Date),
    Column("digest", String, nullable=False),
    Column("replaced", Date),
)
Index(
    "ix_readings_now",
    readings.c.key,
    unique=True,
    sqlite_where=readings.c.replaced.is_(None),
    postgresql_where=readings.c.replaced.is_(None),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Number, primary_key=True),
    Column("reading_id", ForeignKey("readings.id"), nullable=False, index=True),
    Column("subject", String, nullable=False),
    Column("attribute", String, nullable=False),
    Column("value", Text, nullable=False),
    Column("confidence", String, nullable=False),
    Column("source", String, nullable=False),
    Column("url", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("read", Date, nullable=False),
    Column("dated", Date),
    Index(None, "subject"),
)

passed = Table(
    "passed",
    metadata,
    Column("id", Number, primary_key=True),
    Column("reading_id", ForeignKey("readings.id"), nullable=False, index=True),
    Column("place", Text, nullable=False),
    Column("reason", String, nullable=False),
    Column("mark", String, nullable=False),
    Index(None, "mark"),
)

accounts = Table(
    "accounts",
    metadata,
    Column("id", Number, primary_key=True),
    Column("url", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("listed", Moment),  # the last time that the list came whole, or was unchanged
    Column("is_stale", Boolean, nullable=False, server_default=text("false")),  # its tallies have to be made again
)

repositories = Table(
    "repositories",
    metadata,
    Column("id", Number, primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("address", String, nullable=False, unique=True),
    Column("owner", String, nullable=False, server_default=text("''")),  # the address without its last part
    Column("clone", Text, nullable=False),
    Column("identity", String),
    Column("is_fork", Boolean, nullable=False),
    Column("fork_of", String),
    Column("fork", String, nullable=False, server_default=text("'none'")),  # as its forge says
    Column("is_ahead", Boolean),  # of what it is a fork of, when that was looked at
    Column("is_archived", Boolean, nullable=False),
    Column("is_defaults", Boolean, nullable=False),
    Column("state", String, nullable=False),
    Column("since", Moment, nullable=False),  # of that state
    Column("first_seen", Moment, nullable=False),
    Column("mark", String),  # as listed
    Column("done_mark", String),  # as listed when it was last scanned
    Column("digest", String),  # of its branches and tags when it was last scanned
    Column("basis", String),  # what the findings rest on besides the repository
    Column("snapshot_id", Number),  # the newest
    Column("until", Moment),  # from then on one of its answers is another
    Index(None, "account_id", "address"),
    Index(None, "owner", "address"),
    Index(None, "state", "since"),
    Index(None, "identity"),
)

aliases = Table(
    "aliases",
    metadata,
    Column("address", String, primary_key=True),
    Column("repository_id", ForeignKey("repositories.id"), nullable=False, index=True),
    Column("since", Moment, nullable=False),
)

states = Table(
    "states",
    metadata,
    Column("repository_id", ForeignKey("repositories.id"), primary_key=True),
    Column("since", Moment, primary_key=True),
    Column("state", String, nullable=False),
    Index(None, "since"),
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("id", Number, primary_key=True),
    Column("repository_id", ForeignKey("repositories.id"), nullable=False),
    Column("digest", String, nullable=False),
    Column("basis", String, nullable=False),
    Column("commit_id", String, nullable=False),
    Column("committed", Moment, nullable=False),
    Column("scanned", Moment, nullable=False),
    Column("is_lasting", Boolean, nullable=False),
    Column("met", SmallInteger, nullable=False),
    Column("not_met", SmallInteger, nullable=False),
    Column("unknown", SmallInteger, nullable=False),
    Column("not_applicable", SmallInteger, nullable=False),
    Column("seen", LargeBinary, nullable=False),
    UniqueConstraint("repository_id", "digest", "basis"),
    Index(None, "scanned"),
)

# One row for as long as the answer to a check stays the same; `ended` is empty for the answer that holds now.
findings = Table(
    "findings",
    metadata,
    Column("repository_id", ForeignKey("repositories.id"), primary_key=True, autoincrement=False),
    Column("check_id", ForeignKey("words.id"), primary_key=True, autoincrement=False),
    Column("since", Moment, primary_key=True),
    Column("snapshot_id", ForeignKey("snapshots.id"), nullable=False),  # the first with this answer
    Column("outcome", SmallInteger, nullable=False),
    Column("reason_id", ForeignKey("words.id"), nullable=False),
    Column("ended", Moment),
    sqlite_with_rowid=False,
)
Index(
    "ix_findings_now",
    findings.c.check_id,
    findings.c.outcome,
    findings.c.repository_id,
    sqlite_where=findings.c.ended.is_(None),
    postgresql_where=findings.c.ended.is_(None),
)

# Counted from the findings, for pages that cannot wait for that.
tallies = Table(
    "tallies",
    metadata,
    Column("account_id", ForeignKey("accounts.id"), primary_key=True, autoincrement=False),
    Column("check_id", ForeignKey("words.id"), primary_key=True, autoincrement=False),
    Column("outcome", SmallInteger, primary_key=True, autoincrement=False),
    Column("repositories", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# The same over all accounts.
totals = Table(
    "totals",
    metadata,
    Column("check_id", ForeignKey("words.id"), primary_key=True, autoincrement=False),
    Column("outcome", SmallInteger, primary_key=True, autoincrement=False),
    Column("repositories", Integer, nullable=False),
    sqlite_with_rowid=False,
)

runs = Table(
    "runs",
    metadata,
    Column("id", Number, primary_key=True),
    Column("started", Moment, nullable=False),
    Column("ended", Moment),
    Column("sources", Text, nullable=False),
    *(Column(name, Integer, nullable=False, server_default=text("0")) for name in Counts.__slots__),
)

troubles = Table(
    "troubles",
    metadata,
    Column("id", Number, primary_key=True),
    Column("run_id", ForeignKey("runs.id"), nullable=False, index=True),
    Column("subject", String, nullable=False),
    Column("message", Text, nullable=False),
    Column("named", Text, nullable=False),  # the values in the message, as JSON
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Number, primary_key=True),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("priority", SmallInteger, nullable=False),
    Column("state", String, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("attempts", SmallInteger, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("lease_until", Moment),
    Column("taker", String),
    Column("error", Text),
    Column("run_id", ForeignKey("runs.id")),
    Column("host", String, nullable=False, server_default=text("''")),  # that is asked for it; empty for this machine
    UniqueConstraint("kind", "subject"),
)
Index(
    "ix_jobs_queued",
    jobs.c.host,
    jobs.c.priority,
    jobs.c.id,
    sqlite_where=jobs.c.state == text("'queued'"),
    postgresql_where=jobs.c.state == text("'queued'"),
)
Index(
    "ix_jobs_running",
    jobs.c.lease_until,
    sqlite_where=jobs.c.state == text("'running'"),
    postgresql_where=jobs.c.state == text("'running'"),
)

# What each host is asked: from when again, for anything and for lists, and how many lists in the hour that began then.
hosts = Table(
    "hosts",
    metadata,
    Column("host", String, primary_key=True),
    Column("free", Moment, nullable=False, server_default=text("0")),
    Column("lists_free", Moment, nullable=False, server_default=text("0")),
    Column("hour", Moment, nullable=False, server_default=text("0")),
    Column("used", Integer, nullable=False, server_default=text("0")),
)

requests = Table(
    "requests",
    metadata,
    Column("url", String, primary_key=True),
    Column("etag", String),
    Column("checked", Moment, nullable=False),
)

# One row: a mark that is another one after each transaction that changed something; a backup does not hold it.
edition = Table("edition", metadata, Column("id", Integer, primary_key=True), Column("mark", Number, nullable=False))
