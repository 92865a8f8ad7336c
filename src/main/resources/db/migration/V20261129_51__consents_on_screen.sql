-- How consent was given: on paper, or on a screen at a moment, after a number of tries to answer what was asked about it.
alter table consents add column way varchar(10) default 'paper' not null;
alter table consents add column signed_at timestamp with time zone;
alter table consents add column tries integer;

-- Who signed and who obtained it, encrypted with the key of the identity vault. Erased with the identity.
create table consent_signatures (
    consent uuid primary key references consents (id),
    key_name varchar(40) not null,
    sealed ${bytes} not null
);
