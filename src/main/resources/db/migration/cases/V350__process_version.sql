-- The version of the main diagram that the case runs on, said by the engine when it registers; null before that.
alter table grid_case add column process_version integer;
