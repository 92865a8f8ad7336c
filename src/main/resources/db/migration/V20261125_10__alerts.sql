-- Rules of the protocol that a response set off: one row a rule and response, in the transaction of the response.
create table alerts (
    id uuid primary key,
    study varchar(80) not null,
    study_version varchar(40) not null,
    participant varchar(20) not null,
    rule varchar(20) not null,
    response uuid not null references responses (id),
    raised_at timestamp with time zone not null,
    due_at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (response, rule),
    foreign key (study, participant) references participants (study, code)
);
create index alerts_by_participant on alerts (study, participant);

-- What staff did about an alert, each step once: it was acknowledged, it was resolved.
create table alert_steps (
    id uuid primary key,
    alert uuid not null references alerts (id),
    step varchar(20) not null,
    note varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (alert, step)
);
