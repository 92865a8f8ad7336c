-- Deviations from the protocol: of a participant, or of a site as a whole.
create table deviations (
    id uuid primary key,
    study varchar(80) not null,
    site varchar(40) not null,
    participant varchar(20),
    audit uuid not null references audit_entries (id),
    foreign key (study, participant) references participants (study, code)
);
create index deviations_by_study on deviations (study, site);

-- What is known of a deviation: as it was recorded, and each correction after it. The last entry counts.
create table deviation_entries (
    id uuid primary key,
    deviation uuid not null references deviations (id),
    number integer not null,
    on_day date not null,
    category varchar(20) not null,
    important boolean not null,
    description varchar(2000) not null,
    action varchar(2000) not null,
    code_break uuid references unblindings (id),
    reason varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (deviation, number)
);

-- That an entry is right; a later entry is confirmed anew.
create table deviation_confirmations (
    deviation uuid not null,
    number integer not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    primary key (deviation, number),
    foreign key (deviation, number) references deviation_entries (deviation, number)
);

-- Forms that were filled in after their window are deviations that nobody types.
create index responses_late on responses (study, late);
