-- Tokens with which programs read one release. Only the SHA-256 of a token is kept; what its maker may no longer do, it
-- may not either.
create table release_tokens (
    id uuid primary key,
    digest varchar(64) not null unique,
    person uuid not null references people (id),
    study varchar(80) not null,
    release uuid not null references releases (id),
    label varchar(80) not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    entry uuid not null references audit_entries (id)
);
create index release_tokens_by_release on release_tokens (release);

create table release_token_revocations (
    token uuid primary key references release_tokens (id),
    entry uuid not null references audit_entries (id)
);
