-- What a participant stopped with: 0 the intervention, 1 follow-up, 2 the use of their data.
create table withdrawals (
    id uuid primary key,
    study varchar(80) not null,
    participant varchar(20) not null,
    part integer not null,
    on_day date not null,
    note varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, participant, part),
    foreign key (study, participant) references participants (study, code)
);
