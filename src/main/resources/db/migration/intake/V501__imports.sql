-- Who imported which file, and what came of it. finished_at stays empty when an import was cut short.
create table import_batch (
    id            bigint generated always as identity primary key,
    imported_by   varchar(64)  not null,
    imported_at   timestamptz  not null,
    finished_at   timestamptz,
    source        varchar(40)  not null,
    file_name     varchar(200) not null,
    sha256        char(64)     not null,
    header        text[]       not null,
    ignored       text[]       not null,
    accepted      integer      not null default 0,
    already_there integer      not null default 0,
    bad           integer      not null default 0
);

-- The rows that were not taken, as they stood in the file, so that they can be mended and imported again.
create table import_bad_row (
    batch_id   bigint  not null references import_batch (id) on delete cascade,
    position   integer not null,
    line       bigint  not null,
    message_id text    not null,
    field      text    not null,
    reason     text    not null,
    original   text[]  not null,
    primary key (batch_id, position)
);
