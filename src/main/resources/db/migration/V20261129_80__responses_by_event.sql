-- The line listing reads every response to one event of a study.
create index responses_by_event on responses (study, event);
