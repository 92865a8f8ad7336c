-- The language and light that somebody chose to read in, as far as they did. Not facts: the last choice stays.
create table appearances (
    person uuid primary key references people (id),
    language varchar(2),
    migraine_mode boolean
);
