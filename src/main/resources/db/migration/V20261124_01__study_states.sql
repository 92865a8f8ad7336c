-- Where an activated study is in its life: each row the next state, with the reason. Activation itself is an event.
create table study_states (
    id uuid primary key,
    study varchar(80) not null,
    sequence integer not null,
    state varchar(20) not null,
    reason varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, sequence)
);
