-- What was recorded of an allocation afterwards: that it was in error, that a stratum was wrong, that nothing was begun.
-- The allocation itself stands.
create table allocation_events (
    id uuid primary key,
    study varchar(80) not null,
    participant varchar(20) not null,
    kind varchar(30) not null,
    factor varchar(80) not null,
    level varchar(80) not null,
    reason varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    foreign key (study, participant) references allocations (study, participant)
);
create index allocation_events_by_participant on allocation_events (study, participant);
