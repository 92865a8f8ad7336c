-- Codes broken in an emergency, and unblindings asked for: one row each, never changed. No arm stands here.
create table unblindings (
    id uuid primary key,
    study varchar(80) not null,
    kind varchar(20) not null,
    category varchar(40) not null,
    reason varchar(2000) not null,
    person uuid not null,
    at timestamp with time zone not null,
    idempotency_key varchar(300) not null,
    audit uuid not null references audit_entries (id),
    unique (study, idempotency_key)
);

-- Of whom the arm is to be known.
create table unblinding_participants (
    unblinding uuid not null references unblindings (id),
    study varchar(80) not null,
    participant varchar(20) not null,
    primary key (unblinding, participant),
    foreign key (study, participant) references participants (study, code)
);
create index unblinding_participants_by_code on unblinding_participants (study, participant);

-- To whom it is shown.
create table unblinding_recipients (
    unblinding uuid not null references unblindings (id),
    person uuid not null references people (id),
    primary key (unblinding, person)
);

-- What another person decided: a request is approved or refused, a code break reviewed; each once.
create table unblinding_decisions (
    unblinding uuid primary key references unblindings (id),
    outcome varchar(20) not null,
    note varchar(2000) not null,
    person uuid not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id)
);
