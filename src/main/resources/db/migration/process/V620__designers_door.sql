-- Every model file that ever went through the door, by the SHA-256 of its content, so that an earlier set can come back.
create table model_content (
    hash    text  primary key,
    content bytea not null
);

-- One set of files is one deployment: called processes, tables and forms are bound by deployment.
create table model_set (
    hash     text        primary key,
    added_at timestamptz not null
);

create table model_set_file (
    set_hash     text not null references model_set,
    file         text not null,
    content_hash text not null references model_content,
    primary key (set_hash, file)
);

-- The set that the engine should have (one row), and the shipped set that was last looked at.
create table model_present (
    only_row     boolean     primary key default true check (only_row),
    set_hash     text        not null references model_set,
    shipped_hash text        not null references model_set,
    since        timestamptz not null
);

create table model_proposal (
    id          bigint generated always as identity primary key,
    kind        text        not null check (kind in ('CHANGE', 'RESTORE', 'RELEASE')),
    state       text        not null check (state in ('PENDING', 'APPROVED', 'DEPLOYED', 'RETURNED', 'WITHDRAWN')),
    proposed_by text        not null,
    proposed_at timestamptz not null,
    note        text        not null,
    base_hash   text        not null references model_set,
    set_hash    text        not null references model_set,
    decided_by  text,
    decided_at  timestamptz,
    reason      text,
    deployed_at timestamptz,
    -- The second person is another one.
    check (state not in ('APPROVED', 'DEPLOYED') or decided_by <> proposed_by),
    check ((state in ('RETURNED', 'WITHDRAWN')) <= (reason is not null))
);
create index model_proposal_by_state on model_proposal (state, id desc);

-- A version in the engine that did not come through the door. cleared_at: the door's own lie above it again.
create table model_foreign (
    id         bigint generated always as identity primary key,
    model      text        not null,
    expected   integer     not null,
    found      integer     not null,
    found_at   timestamptz not null,
    cleared_at timestamptz
);
create unique index model_foreign_once on model_foreign (model) where cleared_at is null;
