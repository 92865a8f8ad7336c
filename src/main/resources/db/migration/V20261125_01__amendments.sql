-- What was decided about an amendment, by somebody who did not publish it; before that no site works with it.
create table version_approvals (
    id uuid primary key,
    study varchar(80) not null,
    version varchar(40) not null,
    reference varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, version),
    foreign key (study, version) references study_versions (study, version)
);

-- Since when a site works with an approved amendment; with the activated version it works from activation on.
create table version_sites (
    id uuid primary key,
    study varchar(80) not null,
    version varchar(40) not null,
    site varchar(40) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, version, site),
    foreign key (study, version) references study_versions (study, version)
);

-- The version of the protocol that a questionnaire was begun on, and is finished on; empty for the one in force.
alter table drafts add column study_version varchar(40) default '' not null;
