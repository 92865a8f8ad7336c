-- That a revision of a form, or an item of it, was compared with its source and found right, or that this was taken back.
create table verification_steps (
    position bigint generated always as identity primary key,
    response uuid not null references responses (id),
    study varchar(80) not null,
    participant varchar(20) not null,
    task varchar(120) not null,
    item varchar(80) not null, -- '*': the form as a whole
    step varchar(10) not null,
    reason varchar(2000) not null,
    at timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    foreign key (study, participant) references participants (study, code)
);
create index verification_steps_by_participant on verification_steps (study, participant);

insert into verification_steps (response, study, participant, task, item, step, reason, at, audit)
select response, study, participant, task, '*', 'VERIFIED', '', at, audit from verifications order by at;
drop table verifications;
