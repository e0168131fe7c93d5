-- The process that a task belongs to, which may be a called one: its version names the form that the engine shows.
alter table case_task
    add process_id      varchar(60),
    add process_version integer;
