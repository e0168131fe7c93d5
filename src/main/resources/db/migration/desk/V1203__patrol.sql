-- A patrol of a worker through a grid; its figures stay when its track is deleted.
create table patrol (
    id           bigint generated always as identity primary key,
    login        varchar(60)      not null,
    grid_code    varchar(40)      not null,
    started_at   timestamptz      not null,
    ended_at     timestamptz,
    -- Nobody stopped it.
    ended_itself boolean          not null default false,
    metres       integer          not null default 0,
    -- From 0 to 1; empty while nothing was measured.
    coverage     double precision,
    left_out     integer          not null default 0,
    check (ended_at >= started_at)
);

create unique index patrol_running_idx on patrol (login) where ended_at is null;
create index patrol_login_idx on patrol (login, started_at desc);
create index patrol_grid_idx on patrol (grid_code, started_at desc);

-- The track, degrees in WGS-84.
create table patrol_point (
    patrol_id bigint           not null references patrol on delete cascade,
    at        timestamptz      not null,
    longitude double precision not null,
    latitude  double precision not null,
    primary key (patrol_id, at)
);

-- Which batches came already, with what became of them.
create table patrol_batch (
    patrol_id bigint  not null references patrol on delete cascade,
    key       uuid    not null,
    taken     integer not null,
    left_out  integer not null,
    primary key (patrol_id, key)
);
