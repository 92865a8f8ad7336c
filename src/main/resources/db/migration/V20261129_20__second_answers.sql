-- Answers to a task that had been answered before, as on two phones without a network. The first one taken in stands;
-- this one is kept beside it for the study team to look at.
create table second_answers (
    id uuid primary key,
    study varchar(80) not null,
    participant varchar(20) not null,
    study_version varchar(40) not null,
    form varchar(80) not null,
    task varchar(120) not null,
    stands uuid not null references responses (id),
    language varchar(2) not null,
    filled_in_at timestamp with time zone not null,
    received_at timestamp with time zone not null,
    zone varchar(60) not null,
    answers ${json} not null,
    salt varchar(32) not null,
    digest varchar(64) not null,
    audit uuid not null references audit_entries (id),
    foreign key (study, participant) references participants (study, code)
);
create index second_answers_by_participant on second_answers (study, participant);
