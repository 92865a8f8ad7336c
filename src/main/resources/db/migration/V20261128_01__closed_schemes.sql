-- Since when a scheme allocates nobody any more, and where its ledger ended: another scheme took its place.
create table closed_schemes (
    id uuid primary key,
    study varchar(80) not null,
    version varchar(40) not null,
    allocations integer not null,
    ledger_end varchar(64) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, version),
    foreign key (study, version) references sealed_seeds (study, version)
);
