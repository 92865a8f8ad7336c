-- Which days of a diary a participant filled in, for lists, completeness and silence.
create index responses_by_day on responses (study, participant, on_day);
