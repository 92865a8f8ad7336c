-- Who is signed in in a browser. Not facts: removed when they end. Only the SHA-256 of a session's token is kept.
create table sessions (
    digest varchar(64) primary key,
    person uuid not null references people (id),
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    idle_until timestamp with time zone not null,
    idle_minutes integer not null
);
create index sessions_by_person on sessions (person);
