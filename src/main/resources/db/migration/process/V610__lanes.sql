-- Two lanes: what a person waits for never stands behind the starts of an imported backlog.
alter table engine_command add lane varchar(10) not null default 'PROMPT' check (lane in ('PROMPT', 'BULK'));

drop index engine_command_due;
create index engine_command_lane on engine_command (lane, id) where dead_at is null;
