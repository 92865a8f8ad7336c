-- The personal links of participants. Only the SHA-256 of a link is kept; the latest of a person counts.
create table personal_links (
    position bigint generated always as identity primary key,
    digest varchar(64) not null unique,
    person uuid not null references people (id),
    entry uuid not null references audit_entries (id)
);
create index personal_links_by_person on personal_links (person, position);
