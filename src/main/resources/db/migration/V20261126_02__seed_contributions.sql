-- The seed that the server drew before activation, sealed, with the commitment that was shown for it.
create table drawn_seeds (
    id uuid primary key,
    study varchar(80) not null,
    version varchar(40) not null,
    key_name varchar(40) not null,
    sealed ${bytes} not null,
    commitment varchar(64) not null,
    person uuid not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, version)
);

-- What others added to it after that, each person once.
create table seed_contributions (
    id uuid primary key,
    study varchar(80) not null,
    version varchar(40) not null,
    sequence integer not null,
    content varchar(200) not null,
    person uuid not null,
    role varchar(20) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, version, sequence),
    unique (study, version, person),
    foreign key (study, version) references drawn_seeds (study, version)
);
