-- How many wrong PINs came in a row for a link. Not facts: a right one sets it back.
create table pin_tries (
    link varchar(64) primary key references pins (link),
    failed integer not null
);
