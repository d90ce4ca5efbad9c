-- Which schedules of later laws name the offence: codes of data/offence_mark.csv with spaces between
-- them, empty where none does; and the day on which somebody looked. Null: nobody has.
alter table sentence_offence add column marks text;
alter table sentence_offence add column marks_on date;
