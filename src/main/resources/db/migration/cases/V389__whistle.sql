-- A street or a grid leader calls departments to a place, and what came of it: who was called, who came, how fast.
create table whistle (
    id         bigint generated always as identity primary key,
    case_id    bigint       not null references grid_case,
    run        integer      not null,
    round      integer      not null,
    blown_by   varchar(60)  not null,
    blown_at   timestamptz  not null,
    reason     varchar(500) not null,
    place      varchar(200) not null,
    hours      integer      not null check (hours between 1 and 40),
    warn_at    timestamptz  not null,
    due_at     timestamptz  not null,
    -- Until when somebody who does not answer is waited for.
    wait_until timestamptz  not null,
    state      varchar(10)  not null check (state in ('OPEN', 'CLOSED', 'ENDED')),
    agreed     varchar(2000),
    closed_by  varchar(60),
    closed_at  timestamptz,
    check ((state = 'CLOSED') = (agreed is not null and closed_by is not null)),
    check ((state = 'OPEN') = (closed_at is null))
);

create unique index whistle_open_idx on whistle (case_id) where state = 'OPEN';
create index whistle_blown_idx on whistle (blown_at desc, id desc);

create table whistle_call (
    id         bigint generated always as identity primary key,
    whistle_id bigint      not null references whistle,
    department varchar(60) not null,
    person     varchar(60) not null,
    state      varchar(10) not null check (state in ('CALLED', 'CAME', 'CANNOT', 'ABSENT', 'ENDED')),
    -- When they said that they are there or cannot come, and how many minutes after the whistle.
    came_at    timestamptz,
    minutes    integer check (minutes >= 0),
    late       boolean     not null default false,
    note       varchar(1000),
    -- What who blew the whistle found in the end; null until then.
    confirmed  boolean,
    unique (whistle_id, department),
    check ((state in ('CAME', 'CANNOT')) = (came_at is not null and minutes is not null and note is not null))
);

create index whistle_call_person_idx on whistle_call (person);

-- The deadline of a task that is for a part of a case, and not for the case as a whole.
create view case_part (element, part, warn_at, due_at) as
select 'Task_AssistCase', id, warn_at, due_at from case_assistance
union all
select 'Task_ReportIn', c.id, w.warn_at, w.due_at from whistle_call c join whistle w on w.id = c.whistle_id;
