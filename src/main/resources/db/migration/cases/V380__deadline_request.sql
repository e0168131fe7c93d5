-- What somebody asks of a running deadline. Asked and granted are kept apart, and both levels of the approval.
create table deadline_request (
    id             bigint generated always as identity primary key,
    case_id        bigint       not null references grid_case,
    run            integer      not null,
    round          integer      not null,
    kind           varchar(20)  not null,
    state          varchar(20)  not null check (state in ('ASKED', 'SUPPORTED', 'GRANTED', 'REFUSED', 'VOID')),
    asked_by       varchar(60)  not null,
    asked_at       timestamptz  not null,
    reason         varchar(1000) not null,
    asked_amount   integer,
    asked_unit     varchar(20),
    -- The deadline when it was asked, and the one that was granted.
    due_before     timestamptz  not null,
    due_after      timestamptz,
    leader         varchar(60),
    leader_at      timestamptz,
    leader_note    varchar(1000),
    decided_by     varchar(60),
    decided_at     timestamptz,
    decision_note  varchar(1000),
    granted_amount integer check (granted_amount between 1 and asked_amount),
    check ((asked_amount is null) = (asked_unit is null)),
    check (kind <> 'EXTENSION' or asked_amount is not null),
    check (kind <> 'EXTENSION' or (state = 'GRANTED') = (granted_amount is not null)),
    check (state not in ('SUPPORTED', 'GRANTED') or leader is not null)
);

-- One at a time, also when somebody presses the button twice.
create unique index deadline_request_open_idx on deadline_request (case_id) where state in ('ASKED', 'SUPPORTED');
create index deadline_request_case_idx on deadline_request (case_id, id);
create index deadline_request_waiting_idx on deadline_request (asked_at, id) where state in ('ASKED', 'SUPPORTED');
