-- That what the arm-leak check found of a dataset was accepted, and why. The reason may tell something of arms: it is read
-- by those who are not blinded alone.
create table release_check_acceptances (
    release_check uuid primary key references release_checks (id),
    reason varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id)
);
