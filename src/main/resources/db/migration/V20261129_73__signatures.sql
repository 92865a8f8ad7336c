-- Signatures of investigators: over a form, a visit (its forms are *) or all data of a participant (so are its visits). Who
-- signed is in the entry of the audit trail.
create table signatures (
    id uuid primary key,
    study varchar(80) not null,
    site varchar(40) not null,
    participant varchar(20) not null,
    event varchar(40) not null,
    task varchar(120) not null,
    meaning varchar(20) not null,
    sha256 varchar(64) not null,
    at timestamp with time zone not null,
    zone varchar(60) not null,
    audit uuid not null references audit_entries (id),
    foreign key (study, participant) references participants (study, code)
);
create index signatures_by_participant on signatures (study, participant);

-- The revisions that each signature covers.
create table signed_records (
    id uuid primary key,
    signature uuid not null references signatures (id),
    study varchar(80) not null,
    participant varchar(20) not null,
    task varchar(120) not null,
    response uuid not null references responses (id),
    unique (signature, response)
);
create index signed_records_by_participant on signed_records (study, participant);
