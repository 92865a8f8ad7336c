-- A release is a recipe: the facts up to a checkpoint and the sealed seed of its subject ids. Its bytes follow from it.
create table releases (
    id uuid primary key,
    study varchar(80) not null,
    version varchar(40) not null,
    name varchar(80) not null,
    checkpoint bigint not null,
    made_at timestamp with time zone not null,
    key_name varchar(40) not null,
    sealed_seed ${bytes} not null,
    files ${json} not null,
    audit uuid not null references audit_entries (id),
    unique (study, name)
);
