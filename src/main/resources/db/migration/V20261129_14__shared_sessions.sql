-- Whether a session is on a phone that others use too, so that nothing may stay on it.
alter table sessions add column shared boolean default false not null;
