-- Which version of the software a release was asked of; null for one of before it was kept.
alter table releases add column software varchar(80);
