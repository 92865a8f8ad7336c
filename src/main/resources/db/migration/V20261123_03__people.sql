-- Everybody who may sign in: staff by a name of their choice, participants by their participant code.
create table people (
    id uuid primary key,
    sign_in varchar(80) not null unique,
    name varchar(200) not null,
    language varchar(2) not null,
    entry uuid not null references audit_entries (id)
);

-- Passwords as they are kept: never the password, only what verifies one. The latest counts.
create table passwords (
    position bigint generated always as identity primary key,
    person uuid not null references people (id),
    verifier varchar(300) not null,
    entry uuid not null references audit_entries (id)
);
create index passwords_by_person on passwords (person, position);
