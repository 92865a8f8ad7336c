-- Allocations that no stream makes, as they were asked for: to follow another participant, or by an envelope that was
-- opened. One row each, never changed. No arm stands here.
create table allocation_requests (
    id uuid primary key,
    study varchar(80) not null,
    version varchar(40) not null,
    way varchar(20) not null,
    site varchar(80) not null,
    participant varchar(20) not null,
    follows varchar(20),
    envelope integer,
    opened_at timestamp with time zone,
    reason varchar(2000) not null,
    unmet varchar(20000) not null,
    person uuid not null,
    at timestamp with time zone not null,
    idempotency_key varchar(200) not null,
    audit uuid not null references audit_entries (id),
    unique (study, idempotency_key),
    foreign key (study, participant) references participants (study, code),
    foreign key (study, follows) references allocations (study, participant)
);

-- What another person decided, each once.
create table allocation_decisions (
    request uuid primary key references allocation_requests (id),
    approved boolean not null,
    note varchar(2000) not null,
    person uuid not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id)
);
