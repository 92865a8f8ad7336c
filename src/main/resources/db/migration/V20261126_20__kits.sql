-- Lists of kits that were imported or generated; the same file is imported once.
create table kit_lists (
    id uuid primary key,
    study varchar(80) not null,
    sha256 varchar(64) not null,
    kits integer not null,
    generated boolean not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, sha256)
);

-- A numbered pack of a blinded product. What kind it is of stands in kit_kinds alone.
create table kits (
    study varchar(80) not null,
    number varchar(20) not null,
    batch varchar(40) not null,
    expiry date not null,
    list uuid not null references kit_lists (id),
    primary key (study, number)
);

-- What blinded eyes must not see; nothing that lists kits reads it.
create table kit_kinds (
    study varchar(80) not null,
    number varchar(20) not null,
    kind varchar(40) not null,
    primary key (study, number),
    foreign key (study, number) references kits (study, number)
);

create table kit_shipments (
    id uuid primary key,
    study varchar(80) not null,
    site varchar(40) not null,
    kits integer not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id)
);

-- What happened to a kit: each step once, so that no kit is ever handed out twice. A participant gets one kit at a
-- visit, and one in the place of each that was lost or damaged.
create table kit_steps (
    id uuid primary key,
    study varchar(80) not null,
    number varchar(20) not null,
    step varchar(20) not null,
    site varchar(40),
    shipment uuid references kit_shipments (id),
    participant varchar(20),
    visit varchar(40),
    replaces varchar(20),
    units integer,
    reason varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, number, step),
    unique (study, participant, visit, replaces),
    foreign key (study, number) references kits (study, number),
    foreign key (study, participant) references participants (study, code)
);
create index kit_steps_by_site on kit_steps (study, site);

create table kit_recalls (
    id uuid primary key,
    study varchar(80) not null,
    batch varchar(40) not null,
    reason varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, batch)
);
