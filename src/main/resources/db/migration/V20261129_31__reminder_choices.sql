-- Whether a participant wants reminders by e-mail; the newest row counts, and without one they are wanted.
create table reminder_choices (
    study varchar(80) not null,
    participant varchar(20) not null,
    number integer not null,
    wanted boolean not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    primary key (study, participant, number)
);
