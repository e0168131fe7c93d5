-- Calendar files that administrators loaded. The youngest version of a target counts; nothing is ever changed.
create table calendar_version (
    id        bigint generated always as identity primary key,
    -- A year, or the code of a department, a street or a community.
    target    varchar(60)  not null,
    -- Null: none of its own; for a year what gridloop ships counts again.
    content   text,
    loaded_at timestamptz  not null,
    loaded_by varchar(64)  not null
);
create index calendar_version_by_target on calendar_version (target, id desc);
