-- Each attempt to release a dataset, and what the arm-leak check found. The findings tell something of arms: they are
-- read by those who are not blinded alone.
create table release_checks (
    position bigint generated always as identity primary key,
    id uuid not null unique,
    study varchar(80) not null,
    checkpoint bigint not null,
    fingerprint varchar(64) not null, -- of what was looked at, so that the same facts are judged once
    repeated boolean not null,
    passed boolean not null,
    subjects integer not null,
    features integer not null,
    findings varchar not null, -- JSON that no query looks into
    person_name varchar(200) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id)
);
create index release_checks_by_study on release_checks (study, fingerprint);
