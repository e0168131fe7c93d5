-- Messages that leave gridloop: one for each recipient and channel of each occasion of a case or a day.
create table delivery (
    id         bigint generated always as identity primary key,
    -- The case by its id, or a day.
    matter     varchar(40)   not null,
    case_id    bigint        references grid_case,
    occasion   varchar(80)   not null,
    login      varchar(64)   not null,
    channel    varchar(10)   not null,
    -- A login, or the group of a unit; never an address or a number.
    recipient  varchar(80)   not null,
    about      varchar(60)   not null,
    todo       varchar(200)  not null,
    details    varchar(1000) not null,
    path       varchar(100)  not null,
    -- Whether it may come at night.
    urgent     boolean       not null default false,
    state      varchar(10)   not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED')),
    attempts   integer       not null default 0,
    next_at    timestamptz   not null,
    last_error varchar(200),
    created_at timestamptz   not null,
    ended_at   timestamptz   check ((ended_at is null) = (state = 'WAITING')),
    unique (matter, occasion, recipient, channel)
);

create index delivery_waiting_idx on delivery (channel, recipient, id) where state = 'WAITING';
create index delivery_oldest_idx on delivery (channel, id) where state = 'WAITING';
create index delivery_case_idx on delivery (case_id) where state = 'WAITING';
create index delivery_ended_idx on delivery (ended_at);
