-- The days whose digests have been written.
create table digest_day (
    day date primary key
);
