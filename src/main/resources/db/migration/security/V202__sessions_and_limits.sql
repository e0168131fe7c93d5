-- Who is logged in. Every request asks, so that a session ends on all instances at once.
create table staff_session (
    id         uuid primary key,
    login      varchar(64)  not null,
    -- What must still be so: the role and a digest of the password's hash.
    role       varchar(20)  not null,
    password   char(64)     not null,
    started_at timestamptz  not null,
    seen_at    timestamptz  not null,
    address    varchar(64)  not null,
    browser    varchar(200) not null
);
create index staff_session_by_login on staff_session (login, started_at);

-- Token buckets of Bucket4j: what each client address has left.
create table rate_limit (
    id            bigint primary key,
    state         bytea,
    expires_at    bigint,
    explicit_lock bigint
);
create index rate_limit_by_expiry on rate_limit (expires_at);
comment on column rate_limit.id is 'First eight bytes of a hash over kind and client address, so that no address is kept';
