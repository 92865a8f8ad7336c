-- Failed sign-ins of the last minutes, counted for an account and for an address. Not facts: removed when they are old.
create table sign_in_failures (
    id uuid primary key,
    counted_for varchar(80) not null,
    at timestamp with time zone not null
);
create index sign_in_failures_counted on sign_in_failures (counted_for, at);
create index sign_in_failures_by_time on sign_in_failures (at);
