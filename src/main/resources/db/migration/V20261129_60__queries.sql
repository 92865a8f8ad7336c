-- Questions about data: about a participant, a visit, a form or an item of it. What a query is about is read by the
-- version of the study that stands here, so that it stays readable when an amendment takes the item away.
create table queries (
    id uuid primary key,
    study varchar(80) not null,
    study_version varchar(40) not null,
    participant varchar(20) not null,
    event varchar(40) not null,
    task varchar(120) not null,
    form varchar(80) not null,
    item varchar(80) not null,
    -- The revision of the form that was looked at; 0 where it was not filled in.
    revision integer not null,
    -- The rule of the protocol that raised it; empty for a query by hand.
    rule varchar(20) not null,
    audit uuid not null references audit_entries (id),
    foreign key (study, participant) references participants (study, code)
);
create index queries_by_participant on queries (study, participant, task);

-- What was said about a query, from the question on. The last step tells its state.
create table query_steps (
    id uuid primary key,
    query uuid not null references queries (id),
    number integer not null,
    step varchar(20) not null,
    text varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (query, number)
);
