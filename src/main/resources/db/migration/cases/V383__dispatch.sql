-- Signing for a case (签收), and what became of units that did not keep it.
alter table grid_case
    add column sign_due_at          timestamptz,
    add column signed_at            timestamptz,
    add column signed_by            varchar(64),
    add column signed_automatically boolean not null default false,
    -- Code of the unit that this run was first dispatched to (首接单位).
    add column first_receiver       varchar(60),
    -- When the case last turned out to be passed around (推诿).
    add column blame_loop_at        timestamptz;

create index grid_case_blame_loop_idx on grid_case (blame_loop_at desc, id desc) where blame_loop_at is not null;

-- A unit gave a case back (退单) or reported it up (上报), and what the dispatcher said to it. Never deleted.
create table case_return (
    id           bigint generated always as identity primary key,
    case_id      bigint        not null references grid_case,
    run          integer       not null,
    round        integer       not null,
    kind         varchar(20)   not null check (kind in ('RETURNED', 'REPORTED_UP')),
    unit         varchar(60)   not null,
    person       varchar(64),
    reason       varchar(1000) not null,
    at           timestamptz   not null,
    ruling       varchar(20) check (ruling in ('GRANTED', 'MAINTAINED')),
    ruled_by     varchar(64),
    ruled_at     timestamptz,
    ruling_reason varchar(1000),
    ruled_to     varchar(60),
    -- After it nobody gives the case back again in this run.
    final        boolean       not null default false,
    check ((ruling is null) = (ruled_at is null)),
    check (ruling is not null or not final)
);
create index case_return_case_idx on case_return (case_id, run, id);
