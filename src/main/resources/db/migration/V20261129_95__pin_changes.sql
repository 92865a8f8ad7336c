-- Another PIN that a participant chose for a link in place of the first; the latest counts.
create table pin_changes (
    position bigint generated always as identity primary key,
    link varchar(64) not null references pins (link),
    verifier varchar(300) not null,
    entry uuid not null references audit_entries (id)
);
create index pin_changes_by_link on pin_changes (link, position);
