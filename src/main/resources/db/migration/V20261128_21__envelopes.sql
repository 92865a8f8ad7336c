-- Sealed envelopes for when the server cannot be used: the numbers that were issued for a site, and those that will never
-- be used. What an envelope holds follows from the seed and stands nowhere.
create table issued_envelopes (
    id uuid primary key,
    study varchar(80) not null,
    version varchar(40) not null,
    site varchar(80) not null,
    first_number integer not null,
    last_number integer not null,
    person uuid not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, version, site, first_number)
);

create table spoiled_envelopes (
    study varchar(80) not null,
    version varchar(40) not null,
    site varchar(80) not null,
    number integer not null,
    reason varchar(2000) not null,
    person uuid not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    primary key (study, version, site, number)
);
