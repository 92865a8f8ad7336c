-- That a revision of a form was compared with its source and found right. A correction is another revision.
create table verifications (
    response uuid primary key references responses (id),
    study varchar(80) not null,
    participant varchar(20) not null,
    task varchar(120) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    foreign key (study, participant) references participants (study, code)
);
create index verifications_by_participant on verifications (study, participant);
