-- How members of staff want to be told, and when not; who has none is told as usual.
create table staff_choice (
    login      varchar(64)   primary key,
    -- Each kind and way as TASK.MAIL.
    wanted     varchar(20)[] not null,
    quiet_from time          not null,
    quiet_to   time          not null
);
