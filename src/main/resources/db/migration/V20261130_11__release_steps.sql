-- How far each release has come, by the time of the wall. A server that makes one adds a step every second: where none
-- comes any more, another server begins it again. The last step of one that was made has its files; those of a release
-- that has no steps are with the release itself.
create table release_steps (
    release uuid not null references releases (id),
    number integer not null,
    state varchar(20) not null,
    percent integer not null,
    at timestamp with time zone not null,
    files ${json},
    primary key (release, number)
);
