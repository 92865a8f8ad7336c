-- Bearer tokens of the API. Only the SHA-256 of a token is kept.
create table tokens (
    id uuid primary key,
    digest varchar(64) not null unique,
    person uuid not null references people (id),
    label varchar(80) not null,
    study varchar(80) not null,
    read_only boolean not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    entry uuid not null references audit_entries (id)
);
create index tokens_by_person on tokens (person);

create table token_revocations (
    token uuid primary key references tokens (id),
    entry uuid not null references audit_entries (id)
);
