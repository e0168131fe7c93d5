-- How a case may end besides being handled, and how cases belong together.
alter table grid_case add column emergency_line varchar(3) check (emergency_line in ('110', '119', '120', '122'));
-- The ended case of the same matter whose outcome was told instead.
alter table grid_case add column repeat_of varchar(24);
-- Who solved it on the spot; nobody verifies their own work.
alter table grid_case add column on_spot_by varchar(60);
-- The case it was split from.
alter table grid_case add column parent_id bigint references grid_case;

create index grid_case_merged_idx on grid_case (duplicate_of) where duplicate_of is not null;
create index grid_case_parent_idx on grid_case (parent_id) where parent_id is not null;
