-- Who did what, when and why: one row an act, written in the act's own transaction, never changed.
create table audit_entries (
    id uuid primary key,
    position bigint generated always as identity unique,
    at timestamp with time zone not null,
    person uuid not null,
    person_name varchar(200) not null,
    role varchar(40) not null,
    study varchar(80) not null,
    site varchar(40) not null,
    action varchar(80) not null,
    subject varchar(200) not null,
    reason varchar(2000) not null,
    changes ${json} not null
);
create index audit_entries_by_study on audit_entries (study, position);

-- Batches of entries, each hashed and chained to the one before.
create table audit_checkpoints (
    number bigint primary key,
    sealed_at timestamp with time zone not null,
    entries integer not null,
    last_position bigint not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null
);

-- Which checkpoint sealed an entry, and at which place in the chain.
create table audit_seals (
    entry uuid primary key references audit_entries (id),
    checkpoint bigint not null references audit_checkpoints (number),
    sequence bigint not null unique
);
create index audit_seals_by_checkpoint on audit_seals (checkpoint);
