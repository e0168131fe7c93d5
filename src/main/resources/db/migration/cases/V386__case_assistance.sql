-- What departments are asked to do beside the one that leads, one row for each department of a round.
create table case_assistance (
    id          bigint generated always as identity primary key,
    case_id     bigint      not null references grid_case,
    run         integer     not null,
    round       integer     not null,
    department  varchar(60) not null,
    person      varchar(60) not null,
    asked_at    timestamptz not null,
    -- Null while the clock of the case stands still.
    warn_at     timestamptz,
    due_at      timestamptz,
    done_at     timestamptz,
    result      varchar(2000),
    outcome     varchar(12) not null check (outcome in ('OPEN', 'DONE', 'NOT_NEEDED', 'LEFT_OPEN', 'CALLED_OFF')),
    overdue_at  timestamptz,
    reminded    integer     not null default 0,
    reminded_at timestamptz,
    unique (case_id, run, round, department),
    check ((outcome in ('DONE', 'NOT_NEEDED')) = (done_at is not null and result is not null)),
    check ((warn_at is null) = (due_at is null)),
    check ((reminded = 0) = (reminded_at is null))
);

create index case_assistance_due_idx on case_assistance (due_at) where outcome = 'OPEN' and overdue_at is null;

-- Which of several parts that run beside the handling a visit is for; 0 for a visit of the case as a whole.
alter table case_task add part bigint not null default 0;
