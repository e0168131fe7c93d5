-- The case: what was reported and where it stands.
create sequence grid_case_seq start with 1 increment by 50;
create sequence case_number_seq;

create table grid_case (
    id                   bigint primary key,
    version              integer          not null,
    case_number          varchar(24)      not null unique,
    -- Secret: opens the resident's page.
    receipt_code         varchar(32)      not null unique,
    submission_key       varchar(100)     not null unique,
    channel              varchar(20)      not null,
    external_id          varchar(100),
    reported_by          varchar(60),
    received_at          timestamptz      not null,
    reported_at          timestamptz      not null,
    category             varchar(10),
    grid_code            varchar(40),
    longitude            double precision,
    latitude             double precision,
    address              varchar(200),
    subject              varchar(200),
    text                 varchar(8000)    not null,
    on_spot_result       varchar(2000),
    state                varchar(20)      not null,
    decided              varchar(20),
    resolution           varchar(20),
    run                  integer          not null,
    process_instance_key bigint,
    round                integer          not null,
    handling_level       varchar(20),
    accepted_at          timestamptz,
    handler_login        varchar(60),
    handling_result      varchar(2000),
    duplicate_of         varchar(24),
    decision_text        varchar(1000),
    watch_key            varchar(80),
    deadline_version     integer          not null,
    deadline_moved       boolean          not null,
    rule_code            varchar(60),
    limit_rule_code      varchar(60),
    severity             varchar(20),
    limit_text           varchar(60),
    limit_from           timestamptz,
    warn_at              timestamptz,
    due_at               timestamptz,
    overdue_at           timestamptz,
    public_text          varchar(4000),
    closed_at            timestamptz,
    moved_at             timestamptz      not null,
    checked_at           timestamptz,
    check ((state = 'CLOSED') = (resolution is not null)),
    check ((longitude is null) = (latitude is null))
);

create index grid_case_state_idx on grid_case (state, received_at desc);
create index grid_case_received_idx on grid_case (received_at desc, id desc);
create index grid_case_due_idx on grid_case (due_at) where state = 'HANDLING';
create index grid_case_unstarted_idx on grid_case (moved_at) where process_instance_key is null and state <> 'CLOSED';
create index grid_case_open_idx on grid_case (checked_at nulls first) where state <> 'CLOSED';

-- Who reported is kept apart: neither history nor engine ever see it.
create table case_reporter (
    case_id bigint primary key references grid_case,
    name    varchar(60),
    contact varchar(60)
);

-- The history. Only grows.
create sequence case_entry_seq start with 1 increment by 50;

create table case_entry (
    id            bigint primary key,
    case_id       bigint      not null references grid_case,
    at            timestamptz not null,
    element       varchar(60) not null,
    actor_login   varchar(60),
    actor_name    varchar(100) not null,
    public_text   varchar(4000),
    internal_text varchar(4000)
);

create index case_entry_case_idx on case_entry (case_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% only grows: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create trigger case_entry_only_grows before update or delete on case_entry
    for each row execute function refuse_change();
create trigger case_entry_is_never_emptied before truncate on case_entry
    for each statement execute function refuse_change();

-- What each step did, so that a repeated job does it once.
create table case_effect (
    case_id bigint      not null references grid_case,
    element varchar(60) not null,
    round   bigint      not null,
    at      timestamptz not null,
    result  jsonb       not null,
    primary key (case_id, element, round)
);
