-- The roles of people: in a study or in all (*), at a site or at all, for one participant or for all.
create table grants (
    id uuid primary key,
    position bigint generated always as identity unique,
    person uuid not null references people (id),
    role varchar(40) not null,
    study varchar(80) not null,
    site varchar(40) not null,
    participant varchar(40) not null,
    entry uuid not null references audit_entries (id)
);
create index grants_by_person on grants (person, position);
create index grants_by_role on grants (role);

create table grant_revocations (
    granted uuid primary key references grants (id),
    entry uuid not null references audit_entries (id)
);
