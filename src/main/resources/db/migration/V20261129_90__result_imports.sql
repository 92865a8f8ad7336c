-- Files of results that were imported: whole, and each once. The file itself is not kept; its hash tells whether it is this
-- one.
create table result_imports (
    id uuid primary key,
    study varchar(80) not null,
    study_version varchar(40) not null,
    site varchar(40) not null,
    code varchar(80) not null,
    sha256 varchar(64) not null,
    row_count integer not null,
    added integer not null,
    corrected integer not null,
    unchanged integer not null,
    reason varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id)
);
create index result_imports_by_study on result_imports (study, at);

-- From which row of which file a response came.
create table imported_responses (
    response uuid primary key references responses (id),
    result_import uuid not null references result_imports (id),
    row_number integer not null
);
create index imported_responses_by_import on imported_responses (result_import);
