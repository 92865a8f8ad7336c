-- What a second person entered of a form that two people enter, and the response that it was compared with.
create table second_entries (
    id uuid primary key,
    study varchar(80) not null,
    participant varchar(20) not null,
    task varchar(120) not null,
    response uuid not null references responses (id),
    differing integer not null,
    received_at timestamp with time zone not null,
    answers ${json} not null,
    salt varchar(32) not null,
    digest varchar(64) not null,
    audit uuid not null references audit_entries (id),
    unique (study, participant, task),
    foreign key (study, participant) references participants (study, code)
);

-- What was decided about an item on which the two entries differ. Where that changed the response, it is a correction.
create table difference_resolutions (
    id uuid primary key,
    second_entry uuid not null references second_entries (id),
    request uuid not null,
    item varchar(80) not null,
    choice varchar(10) not null,
    reason varchar(2000) not null,
    correction uuid references responses (id),
    audit uuid not null references audit_entries (id),
    unique (second_entry, item)
);
create index difference_resolutions_by_request on difference_resolutions (request);
