-- Commands wait here from the transaction that caused them until the engine has them; a sent command is deleted.
create sequence engine_command_seq;

create table engine_command (
    id              bigint primary key default nextval('engine_command_seq'),
    case_id         bigint      not null,
    kind            text        not null,
    correlation_key text        not null,
    variables       jsonb       not null,
    created_at      timestamptz not null,
    attempts        integer     not null default 0,
    next_at         timestamptz not null,
    last_problem    text,
    dead_at         timestamptz
);

create index engine_command_due on engine_command (next_at, id) where dead_at is null;
create index engine_command_order on engine_command (case_id, id) where dead_at is null;

-- What went through the door, so that a decision can be traced to the version of the table that made it.
create table model_deployment (
    id             bigint generated always as identity primary key,
    content_hash   text        not null,
    deployment_key bigint      not null,
    versions       jsonb       not null,
    deployed_at    timestamptz not null
);
