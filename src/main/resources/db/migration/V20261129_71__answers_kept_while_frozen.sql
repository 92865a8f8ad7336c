-- Answers from a phone without a network that came for data which were frozen meanwhile are kept, with none that stand.
alter table second_answers alter column stands drop not null;
