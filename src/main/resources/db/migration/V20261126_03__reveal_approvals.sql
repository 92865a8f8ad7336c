-- Who approved that the seed of a locked study is revealed, each person once.
create table reveal_approvals (
    id uuid primary key,
    study varchar(80) not null,
    person uuid not null,
    role varchar(20) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, person)
);
