-- Who brought a photograph of the handling, and at which task: only they may take it off again.
create table desk_photo (
    photo_id uuid primary key references photo on delete cascade,
    task_key bigint      not null,
    added_by varchar(60) not null,
    added_at timestamptz not null
);

create index desk_photo_task_idx on desk_photo (task_key);
