-- One-time invitations to choose a password. Only the SHA-256 of an invitation is kept.
create table invitations (
    digest varchar(64) primary key,
    person uuid not null references people (id),
    expires_at timestamp with time zone not null,
    entry uuid not null references audit_entries (id)
);
create index invitations_by_person on invitations (person);

create table invitation_uses (
    digest varchar(64) primary key references invitations (digest),
    entry uuid not null references audit_entries (id)
);
