-- What a release is to hold, as it was asked for; null for one of before there were specifications.
alter table releases add column specification ${json};
