-- Study folders as they were published; a version never changes.
create table study_versions (
    id uuid primary key,
    study varchar(80) not null,
    version varchar(40) not null,
    hash varchar(64) not null,
    archive ${bytes} not null,
    published_at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, version)
);

-- What happened in the life of a study: activation, with the commitment to its sealed seed.
create table study_events (
    id uuid primary key,
    study varchar(80) not null,
    version varchar(40) not null,
    state varchar(20) not null,
    commitment varchar(64) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, state, version)
);
