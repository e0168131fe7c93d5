-- One row for each visit of a case to a user task: the desk reads it, the engine's listeners open and close it.
create table case_task (
    element_instance_key bigint       primary key,
    case_id              bigint       not null references grid_case,
    element              varchar(60)  not null,
    process_instance_key bigint       not null,
    assignee             varchar(60)  not null,
    opened_at            timestamptz  not null,
    -- What the form shows: card, lists, the problem and the answer of the round before.
    variables            jsonb        not null,
    state                varchar(10)  not null check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
    -- The desk's answer, and the mark by which the end listener knows that it was this one that the engine took.
    answer               jsonb,
    answer_mark          varchar(40),
    answered_by          varchar(60),
    answered_at          timestamptz,
    -- Who really completed it; empty when the engine names nobody.
    completed_by         varchar(60),
    -- False when the engine could not be asked in time: then completed_by is the person it was given to.
    verified             boolean      not null default true,
    closed_at            timestamptz,
    check ((state = 'CLOSED') = (closed_at is not null)),
    check (state <> 'ANSWERED' or (answer is not null and answered_by is not null))
);

create index case_task_open_idx on case_task (assignee, opened_at) where state = 'OPEN';
create index case_task_case_idx on case_task (case_id, element, opened_at);

-- By what the tables or the dispatcher chose the handler, so that the same question can be asked again later.
alter table grid_case
    add handler_level varchar(20),
    add handler_post  varchar(40),
    add handler_lead  varchar(60);
