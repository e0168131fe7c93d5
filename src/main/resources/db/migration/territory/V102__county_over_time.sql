-- People come, go and change places; departments are renamed and merged. What was, stays known.
alter table staff add column left_at timestamptz;
comment on column staff.left_at is 'Since when they no longer work here; the row stays, because histories name them';

alter table department add column successor varchar(40) references department;
comment on column department.successor is 'Merged into this department, which answers for the old code';

alter table stand_in add column ended_at timestamptz;
alter table stand_in add column begin_told boolean not null default false;
alter table stand_in add column end_told boolean not null default false;
comment on column stand_in.ended_at is 'Ended early: no longer counts on any day';
comment on column stand_in.begin_told is 'Open tasks were moved to the stand-in';
comment on column stand_in.end_told is 'Open tasks were moved back';

-- "1+1+N" again, now looked at when a transaction ends, so that two leaders can change places in it.
drop index staff_one_leader_a_grid;
drop index staff_one_full_time_a_grid;
alter table staff add constraint staff_one_leader_a_grid exclude using btree (grid_code with =)
    where (role = 'LEADER' and left_at is null) deferrable initially deferred;
alter table staff add constraint staff_one_full_time_a_grid exclude using btree (grid_code with =)
    where (role = 'FULL_TIME' and left_at is null) deferrable initially deferred;

-- Who had which place, from when to when.
create table assignment (
    id             bigint generated always as identity primary key,
    login          varchar(64) not null references staff,
    name           varchar(60) not null,
    role           varchar(20) not null,
    grid_code       varchar(20) references grid,
    department_code varchar(40) references department,
    community_code  varchar(20) references community,
    street_code     varchar(20) references street,
    from_at        timestamptz not null,
    to_at          timestamptz,
    check (from_at <= to_at)
);
create index assignment_by_login on assignment (login, from_at);
create index assignment_by_grid on assignment (grid_code, role, from_at);
create unique index assignment_one_open on assignment (login) where to_at is null;

create table county_change (
    id        bigint generated always as identity primary key,
    at        timestamptz   not null,
    actor     varchar(64)   not null,
    kind      varchar(40)   not null,
    subject   varchar(64)   not null,
    title     varchar(200)  not null,
    details   varchar(8000) not null,
    moves     jsonb         not null,
    undone_by bigint references county_change
);
comment on column county_change.details is 'What changed, one Chinese sentence a line';
comment on column county_change.moves is 'The same for gridloop, so that it can be undone';
create index county_change_by_subject on county_change (subject, id desc);
