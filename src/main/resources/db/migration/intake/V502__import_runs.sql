-- An import runs in the background, batch by batch, and survives a restart: the file stays here until it ends.
alter table import_batch
    add state        varchar(10) not null default 'DONE'
        check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    add total        integer     not null default 0,
    add rows_read    integer     not null default 0,
    add started_at   timestamptz,
    -- Rows that had been read when this run began; more than none after a restart.
    add started_from integer     not null default 0,
    add cancelled_by varchar(64),
    add problem      varchar(300),
    add leased_by    uuid,
    add lease_until  timestamptz;

update import_batch set state = case when finished_at is null then 'FAILED' else 'DONE' end,
    problem = case when finished_at is null then '中途断了，请把同一个文件再导一次' end,
    total = accepted + already_there + bad, rows_read = accepted + already_there + bad;
alter table import_batch alter state drop default;
create index import_batch_open on import_batch (id) where state in ('WAITING', 'RUNNING');

create table import_chunk (
    batch_id bigint  not null references import_batch (id) on delete cascade,
    position integer not null,
    content  bytea   not null,
    primary key (batch_id, position)
);
alter table import_chunk alter content set storage external;
comment on table import_chunk is 'The file of an import until it ends, in pieces of one megabyte';
