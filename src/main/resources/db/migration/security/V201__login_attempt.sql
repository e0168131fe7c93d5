create table login_attempt (
    login       varchar(64) primary key,
    tries       integer     not null,
    last_try_at timestamptz not null
);
create index login_attempt_by_age on login_attempt (last_try_at);
comment on table login_attempt is 'Log-ins tried since the last that worked; also for logins that do not exist, so that nothing tells them apart';
