-- What an investigator judged of an adverse event, by the answers that stood then; the newest counts.
create table adverse_event_judgements (
    id uuid primary key,
    study varchar(80) not null,
    participant varchar(20) not null,
    task varchar(120) not null,
    response uuid not null references responses (id),
    causality varchar(20) not null,
    expected boolean not null,
    note varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    foreign key (study, participant) references participants (study, code)
);
create index adverse_event_judgements_by_participant on adverse_event_judgements (study, participant);

-- An adverse event that was serious at some time, from the transaction of the response that made it so.
create table serious_events (
    id uuid primary key,
    study varchar(80) not null,
    participant varchar(20) not null,
    task varchar(120) not null,
    audit uuid not null references audit_entries (id),
    unique (study, participant, task),
    foreign key (study, participant) references participants (study, code)
);

-- What happened with it. The moment is when it was so: when the site heard of it, when the committee was told.
create table serious_event_steps (
    serious_event uuid not null references serious_events (id),
    number integer not null,
    step varchar(20) not null,
    moment timestamp with time zone not null,
    note varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    primary key (serious_event, number)
);

-- The reports to the sponsor, each with all that it says, from which it is made again.
create table serious_event_reports (
    id uuid primary key,
    serious_event uuid not null references serious_events (id),
    number integer not null,
    kind varchar(20) not null,
    response uuid not null references responses (id),
    judgement uuid references adverse_event_judgements (id),
    language varchar(2) not null,
    content ${json} not null,
    sha256 varchar(64) not null,
    sent_at timestamp with time zone not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (serious_event, number)
);
