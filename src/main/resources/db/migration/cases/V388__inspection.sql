-- What an independent check of the present round found; the history keeps those of earlier rounds.
alter table grid_case add column inspection_result varchar(20);
alter table grid_case add column inspection_words varchar(500);
alter table grid_case add column inspected_by varchar(60);
alter table grid_case add check ((inspection_result is null) = (inspection_words is null));
