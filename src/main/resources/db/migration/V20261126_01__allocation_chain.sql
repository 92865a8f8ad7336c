-- What ties each allocation to those before it in its stream; none where the row was written before there were chains.
alter table allocations add column chain varchar(64);
