-- Photographs of reports that waited on a phone, until the last part of each has come. Here and not in a file, because the
-- next part may come to another instance.
create table queued_part (
    key         uuid        not null,
    number      smallint    not null check (number between 1 and 5),
    -- SHA-256 of the whole file, as the phone says: parts of two files never mix.
    digest      char(64)    not null,
    -- Where in the file this part begins.
    start       integer     not null check (start >= 0),
    -- Bytes of the whole file, as the phone says.
    length      integer     not null,
    content     bytea       not null,
    received_at timestamptz not null,
    primary key (key, number, digest, start)
);
alter table queued_part alter content set storage external;
create index queued_part_received_idx on queued_part (received_at);
