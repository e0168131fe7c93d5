-- Keys of programs outside gridloop. The key itself is not stored: it is 256 random bits, so a digest identifies it.
create table api_key (
    id                  bigint generated always as identity primary key,
    key_hash            char(64)    not null unique,
    label               varchar(60) not null,
    requests_per_minute integer     not null check (requests_per_minute > 0),
    created_by          varchar(64) not null,
    created_at          timestamptz not null,
    last_used_at        timestamptz,
    revoked_at          timestamptz
);
