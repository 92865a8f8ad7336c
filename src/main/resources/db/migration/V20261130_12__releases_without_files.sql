-- A release has its files when it is made, not when it is asked for.
alter table releases alter column files drop not null;
