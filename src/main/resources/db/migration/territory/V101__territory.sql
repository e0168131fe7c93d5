create table county (
    code    varchar(12)  primary key,
    name    varchar(60)  not null,
    office  varchar(60)  not null,
    outline text         not null
);
comment on column county.outline is 'GeoJSON geometry, WGS-84';

create table street (
    code varchar(20) primary key,
    name varchar(60) not null
);

create table community (
    code        varchar(20) primary key,
    name        varchar(60) not null,
    street_code varchar(20) not null references street
);

create table grid (
    code           varchar(20) primary key,
    name           varchar(60) not null,
    community_code varchar(20) not null references community,
    boundary       text        not null
);
comment on column grid.boundary is 'GeoJSON geometry, WGS-84';

create table department (
    code     varchar(40)  primary key,
    name     varchar(60)  not null,
    duties   varchar(500) not null,
    position integer      not null
);

create table staff (
    login           varchar(64)  primary key check (login ~ '^[a-z][a-z0-9._-]*$'),
    name            varchar(60)  not null,
    role            varchar(20)  not null,
    grid_code       varchar(20)  references grid,
    department_code varchar(40)  references department,
    password_hash   varchar(200) not null,
    constraint staff_unit_fits_role check (
        (role in ('LEADER', 'FULL_TIME') and grid_code is not null and department_code is null)
        or (role = 'PART_TIME' and grid_code is not null and department_code is not null)
        or (role = 'DEPARTMENT' and grid_code is null and department_code is not null)
        or (role in ('INTAKE', 'DISPATCHER', 'SUPERVISOR', 'ADMIN') and grid_code is null and department_code is null))
);
create index staff_by_grid on staff (grid_code, role);
create index staff_by_role on staff (role);
-- "1+1+N": a grid has one leader and one full-time worker, and any number of part-time workers.
create unique index staff_one_leader_a_grid on staff (grid_code) where role = 'LEADER';
create unique index staff_one_full_time_a_grid on staff (grid_code) where role = 'FULL_TIME';

create table post_holder (
    grid_code varchar(20) not null references grid,
    post      varchar(20) not null,
    login     varchar(64) not null references staff,
    primary key (grid_code, post)
);

create sequence stand_in_seq increment by 50;
create table stand_in (
    id       bigint       primary key,
    absent   varchar(64)  not null references staff,
    stand_in varchar(64)  not null references staff,
    from_day date         not null,
    to_day   date         not null,
    reason   varchar(200) not null,
    check (from_day <= to_day),
    check (absent <> stand_in)
);
create index stand_in_by_absent on stand_in (absent, from_day);
comment on table stand_in is 'Who answers in place of whom; both days included, days of Asia/Shanghai';
