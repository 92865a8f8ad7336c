-- What a simulation of a study's allocation found: kept as it was computed, so that it can be on file before activation.
create table simulations (
    id uuid primary key,
    study varchar(80) not null,
    version varchar(40) not null,
    hash varchar(64) not null,
    trials integer not null,
    seed bigint not null,
    made_at timestamp with time zone not null,
    report varchar(1000000) not null,
    sha256 varchar(64) not null,
    audit uuid not null references audit_entries (id)
);
create index simulations_by_study on simulations (study, version);
