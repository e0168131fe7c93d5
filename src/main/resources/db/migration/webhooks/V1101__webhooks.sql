-- An address of a program that is told what happens to its cases.
create table webhook (
    id         bigint generated always as identity primary key,
    key_id     bigint       not null,
    client     varchar(40)  not null,
    url        varchar(500) not null,
    secret     varchar(100) not null,
    created_by varchar(60)  not null,
    created_at timestamptz  not null,
    ended_at   timestamptz,
    heard_at   timestamptz
);
create index webhook_client_idx on webhook (client) where ended_at is null;

-- What is to be told, one line for each case and address; due_at is null when nothing is.
create table webhook_news (
    webhook_id  bigint      not null references webhook (id),
    case_number varchar(24) not null,
    version     int         not null default 1,
    taken       int         not null default 0,
    attempts    int         not null default 0,
    due_at      timestamptz,
    problem     varchar(200),
    primary key (webhook_id, case_number)
);
create index webhook_news_due_idx on webhook_news (due_at) where due_at is not null;
