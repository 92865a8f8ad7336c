-- Lists of participants are narrowed and sorted by the day of a stage, and counted by stage.
create index milestones_by_stage on milestones (study, stage, on_day, participant);
