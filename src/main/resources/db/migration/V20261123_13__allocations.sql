-- The seed of each scheme, wrapped with a key that is not in the database.
create table sealed_seeds (
    id uuid primary key,
    study varchar(80) not null,
    version varchar(40) not null,
    key_name varchar(40) not null,
    sealed ${bytes} not null,
    scheme varchar(20000) not null,
    commitment varchar(64) not null,
    audit uuid not null references audit_entries (id),
    unique (study, version)
);

-- One row an allocation, never changed, removed or used again.
create table allocations (
    id uuid primary key,
    study varchar(80) not null,
    version varchar(40) not null,
    stream varchar(1000) not null,
    sequence integer not null,
    participant varchar(20) not null,
    levels ${json} not null,
    weights varchar(1000) not null,
    pick bigint not null,
    draws integer not null,
    arm varchar(40) not null,
    idempotency_key varchar(200) not null,
    eligibility ${json} not null,
    randomised_at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, version, stream, sequence),
    unique (study, participant),
    unique (study, idempotency_key),
    foreign key (study, participant) references participants (study, code)
);
