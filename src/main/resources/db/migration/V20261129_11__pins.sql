-- The PIN that a participant chose for a link: never the PIN, only what verifies it together with the link.
create table pins (
    link varchar(64) primary key references personal_links (digest),
    verifier varchar(300) not null,
    entry uuid not null references audit_entries (id)
);
