-- On which days a release was read with a token, each with the entry of the audit trail that says so.
create table release_token_uses (
    token uuid not null references release_tokens (id),
    on_day date not null,
    entry uuid not null references audit_entries (id),
    primary key (token, on_day)
);
