-- The event of the participant, such as an adverse event, that a code break belongs to. A code is also broken without one.
alter table unblindings add column event varchar(80);
