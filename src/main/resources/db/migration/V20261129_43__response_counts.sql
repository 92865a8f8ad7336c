-- How many responses of each participant were taken in: no fact but a mark, by which a node knows that what it has read of
-- a participant is still all there is. Counted in the transaction of the response.
create table response_counts (
    study varchar(80) not null,
    participant varchar(20) not null,
    responses integer not null,
    primary key (study, participant),
    foreign key (study, participant) references participants (study, code)
);
insert into response_counts (study, participant, responses)
    select p.study, p.code, (select count(*) from responses r where r.study = p.study and r.participant = p.code)
    from participants p;
