-- When to remind of a deadline, worked out once for each version of it; empty when that is done or not called for.
create table deadline_reminder (
    case_id   bigint  not null references grid_case,
    version   integer not null,
    remind_at timestamptz,
    primary key (case_id, version)
);

create index deadline_reminder_at_idx on deadline_reminder (remind_at) where remind_at is not null;

-- An order of the ladder 催办, 督办, 黄牌, 红牌 to who handles a case. Its level goes up, never down.
create table supervision_order (
    id            bigint generated always as identity primary key,
    case_id       bigint        not null references grid_case,
    run           integer       not null,
    round         integer       not null,
    level         varchar(20)   not null check (level in ('URGE', 'SUPERVISE', 'YELLOW', 'RED')),
    kind          varchar(20)   not null check (kind in ('OVERDUE', 'LEADER', 'KEY')),
    reason        varchar(1000) not null,
    ordered_by    varchar(60)   not null,
    ordered_at    timestamptz   not null,
    state         varchar(20)   not null default 'OPEN' check (state in ('OPEN', 'REPLIED', 'ENDED')),
    reply_due     timestamptz   not null,
    -- The last reply; how often a limit passed without one.
    reply         varchar(1000),
    reply_by      varchar(60),
    reply_at      timestamptz,
    unanswered    integer       not null default 0,
    outcome       varchar(20),
    ended_at      timestamptz,
    cancelled_by  varchar(60),
    cancelled_at  timestamptz,
    cancel_reason varchar(1000),
    -- What it counts in the appraisal: the sum of its levels, nothing once it is cancelled.
    points        integer       not null default 0 check (points <= 0),
    -- The one process instance that follows it.
    instance_key  bigint,
    check ((state = 'ENDED') = (outcome is not null)),
    check ((state = 'ENDED') = (ended_at is not null)),
    check (num_nulls(cancelled_by, cancelled_at, cancel_reason) in (0, 3)),
    check (cancelled_at is null or points = 0)
);

-- One open order a case, also when somebody presses the button twice.
create unique index supervision_order_open_idx on supervision_order (case_id) where state <> 'ENDED';
create index supervision_order_case_idx on supervision_order (case_id, id);

-- Each level that an order reached, once, with who handled the case then, their unit and what it costs them.
create table supervision_level (
    order_id bigint       not null references supervision_order,
    level    varchar(20)  not null,
    at       timestamptz  not null,
    login    varchar(60)  not null,
    unit     varchar(200) not null,
    points   integer      not null,
    primary key (order_id, level)
);
