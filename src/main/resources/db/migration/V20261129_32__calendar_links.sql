-- The secret addresses of the calendars of participants: the newest row counts, where it is open. The secret follows
-- from the number and a key that is not in the database.
create table calendar_links (
    study varchar(80) not null,
    participant varchar(20) not null,
    number integer not null,
    is_open boolean not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    primary key (study, participant, number)
);
