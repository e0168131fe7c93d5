-- Reports that a phone saved without a network and sends later. The key is made on the phone; each report and each of
-- its photographs is known by it, so that sending them again changes nothing.
create table queued_photo (
    key         uuid        not null,
    number      smallint    not null check (number between 1 and 5),
    -- SHA-256 of the file as it was sent.
    digest      char(64)    not null,
    -- A row of photo, which another module keeps and removes when its report never comes.
    photo_id    uuid        not null,
    received_at timestamptz not null,
    primary key (key, number)
);
create index queued_photo_received_idx on queued_photo (received_at);

create table queued_report (
    key         uuid         primary key,
    -- The submission key of its case: the key and what the report says.
    submission  varchar(100) not null,
    received_at timestamptz  not null
);
create index queued_report_received_idx on queued_report (received_at);
