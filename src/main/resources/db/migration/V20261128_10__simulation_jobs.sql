-- Simulations that somebody asked for, in order; at most one of a study is at work. The report of one has its id.
create table simulation_jobs (
    id uuid primary key,
    study varchar(80) not null,
    number integer not null,
    version varchar(40) not null,
    hash varchar(64) not null,
    trials integer not null,
    seed bigint not null,
    asked_at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (study, number)
);

-- How far each has come, by the time of the wall. A server that is at one adds a step every few seconds: where none
-- comes any more, that server has ended.
create table simulation_steps (
    job uuid not null references simulation_jobs (id),
    number integer not null,
    state varchar(20) not null,
    percent integer not null,
    at timestamp with time zone not null,
    primary key (job, number)
);
