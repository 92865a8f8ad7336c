-- Trials of an allocation scheme on a list of participants who do not exist, with a seed that is no secret.
create table dry_runs (
    id uuid primary key,
    study varchar(80) not null,
    version varchar(40) not null,
    participants integer not null,
    seed varchar(64) not null,
    differences integer not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    foreign key (study, version) references study_versions (study, version)
);

-- Who said that this version may open to participants, and on what that rests.
create table go_live_approvals (
    id uuid primary key,
    study varchar(80) not null,
    version varchar(40) not null,
    person uuid not null,
    reference varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, version, person),
    foreign key (study, version) references study_versions (study, version)
);
