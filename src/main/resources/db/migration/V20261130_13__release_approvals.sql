-- Who approved that a release may be downloaded, and of what it is an approval.
create table release_approvals (
    release uuid not null references releases (id),
    person uuid not null references people (id),
    purpose varchar(20) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    primary key (release, person)
);
