-- Residents who say that a case is their matter too. Each has a receipt code of their own, which opens the case to look
-- at and no more; nothing else is kept of them.
create table case_joined (
    id             bigint generated always as identity primary key,
    case_id        bigint       not null references grid_case,
    receipt_code   varchar(32)  not null unique,
    -- The same page sent again joins once.
    submission_key varchar(100) not null unique,
    joined_at      timestamptz  not null
);
create index case_joined_case_idx on case_joined (case_id);

-- Open cases of a kind, for who is about to report one more.
create index grid_case_nearby_idx on grid_case (category) where state <> 'CLOSED';
