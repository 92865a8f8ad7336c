-- That a scope of the data was frozen, thawed, locked or unlocked: the last step of a scope counts, and data are as the
-- strictest of the scopes around them. What a scope does not say is *: a site alone is all of that site.
create table freezings (
    id uuid primary key,
    study varchar(80) not null,
    site varchar(40) not null,
    participant varchar(20) not null,
    event varchar(40) not null,
    task varchar(120) not null,
    number integer not null,
    step varchar(10) not null,
    reason varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, participant, site, event, task, number)
);
