-- A participant is a code; who it is stands in the identity vault alone.
create table participants (
    id uuid primary key,
    study varchar(80) not null,
    code varchar(20) not null,
    site varchar(40) not null,
    prefix varchar(4) not null,
    number integer not null,
    audit uuid not null references audit_entries (id),
    unique (study, code),
    unique (prefix, number)
);

-- The stages a participant has reached: 0 screened, 1 consented, 2 enrolled, 3 randomised.
create table milestones (
    id uuid primary key,
    study varchar(80) not null,
    participant varchar(20) not null,
    stage integer not null,
    on_day date not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, participant, stage),
    foreign key (study, participant) references participants (study, code)
);

create table consents (
    id uuid primary key,
    study varchar(80) not null,
    participant varchar(20) not null,
    document_version varchar(40) not null,
    language varchar(2) not null,
    signed_on date not null,
    answers ${json} not null,
    audit uuid not null references audit_entries (id),
    foreign key (study, participant) references participants (study, code)
);

-- Name, e-mail, phone and birth date, encrypted with a key that is not in the database. The only table whose rows may
-- be erased.
create table identity_vault (
    id uuid primary key,
    study varchar(80) not null,
    participant varchar(20) not null,
    key_name varchar(40) not null,
    sealed ${bytes} not null,
    unique (study, participant),
    foreign key (study, participant) references participants (study, code)
);
