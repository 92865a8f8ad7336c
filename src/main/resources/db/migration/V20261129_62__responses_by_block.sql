-- What was filled in of diaries, counted by block without reading an answer.
create index responses_by_block on responses (study, revision, on_day, event, form, participant);
