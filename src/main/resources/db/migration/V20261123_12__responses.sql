-- Answers as one JSON document a response. A correction is a new row with the next revision of the same task.
create table responses (
    id uuid primary key,
    study varchar(80) not null,
    participant varchar(20) not null,
    study_version varchar(40) not null,
    form varchar(80) not null,
    event varchar(40) not null,
    task varchar(120) not null,
    on_day date,
    revision integer not null,
    reason varchar(2000) not null,
    filled_by varchar(20) not null,
    language varchar(2) not null,
    filled_in_at timestamp with time zone not null,
    received_at timestamp with time zone not null,
    zone varchar(60) not null,
    late boolean not null,
    answers ${json} not null,
    scores ${json} not null,
    salt varchar(32) not null,
    digest varchar(64) not null,
    audit uuid not null references audit_entries (id),
    unique (study, participant, task, revision),
    foreign key (study, participant) references participants (study, code)
);
create index responses_by_form on responses (study, form, participant);

-- What was answered so far in a task that is not finished; no fact, replaced and removed as it goes.
create table drafts (
    study varchar(80) not null,
    participant varchar(20) not null,
    task varchar(120) not null,
    answers ${json} not null,
    primary key (study, participant, task)
);
