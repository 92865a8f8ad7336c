-- Two roles and a database, once, by somebody who may make them:
--
--   psql -h HOST -U postgres -v owner_password=… -v application_password=… -f deploy/postgresql/roles.sql
--
-- trials_owner     owns the tables and brings them up to date      database.migration.user
-- trials_app       is what the server works as                     database.user
--
-- What trials_app may do to each table is granted by the server's migrations: read and add, and change or remove only
-- what is no fact (sessions, drafts, locks, counted failures), and remove from the identity vault.
create role trials_owner login password :'owner_password';
create role trials_app login password :'application_password';
create database trials owner trials_owner template template0 encoding 'UTF8';
revoke all on database trials from public;
grant connect on database trials to trials_app;

\connect trials
revoke all on schema public from public;
grant usage on schema public to trials_app;
