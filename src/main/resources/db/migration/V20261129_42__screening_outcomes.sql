-- Why somebody who was screened did not go on: the last one of a participant counts. Which criteria were not met is kept
-- as it was judged then.
create table screening_outcomes (
    id uuid primary key,
    study varchar(80) not null,
    participant varchar(20) not null,
    number integer not null,
    outcome varchar(30) not null,
    note varchar(2000) not null,
    criteria varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, participant, number),
    foreign key (study, participant) references participants (study, code)
);
