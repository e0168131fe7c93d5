-- Which tasks somebody has taken along on a phone: only those can be answered from there, also when they are somebody
-- else's by the time the answer comes.
create table kept_task (
    login    varchar(60) not null,
    task_key bigint      not null,
    kept_at  timestamptz not null,
    primary key (login, task_key)
);

-- Answers that a phone saved without a network and sent later. The key is made on the phone; what became of the answer
-- is known by it, so that sending it again changes nothing.
create table queued_answer (
    key         uuid        primary key,
    login       varchar(60) not null,
    task_key    bigint      not null,
    -- SHA-256 of what was sent.
    digest      char(64)    not null,
    outcome     varchar(10) not null check (outcome in ('TAKEN', 'NOTED')),
    -- What had happened meanwhile, where it was only noted.
    reason      varchar(1000),
    received_at timestamptz not null,
    check ((outcome = 'NOTED') = (reason is not null))
);
create index queued_answer_received_idx on queued_answer (received_at);

-- Their photographs, which come before them.
create table queued_answer_photo (
    key         uuid        not null,
    number      smallint    not null check (number between 1 and 5),
    login       varchar(60) not null,
    -- SHA-256 of the file as it was sent.
    digest      char(64)    not null,
    kind        varchar(20) not null,
    photo_id    uuid        not null references photo on delete cascade,
    received_at timestamptz not null,
    primary key (key, number)
);
create index queued_answer_photo_received_idx on queued_answer_photo (received_at);
create index queued_answer_photo_photo_idx on queued_answer_photo (photo_id);
