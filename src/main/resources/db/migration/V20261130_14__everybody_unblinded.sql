-- Who learnt the arm of everybody in a study, by downloading a release that tells it.
create table unblinded_people (
    id uuid primary key,
    study varchar(80) not null,
    person uuid not null references people (id),
    audit uuid not null references audit_entries (id)
);
