-- How often a closed case was taken up again.
alter table grid_case add column reopened integer not null default 0;

-- What the reporter thinks of how a case ended; the last word of each closing, the history keeps the others.
create table case_rating (
    case_id bigint      not null references grid_case,
    -- 1 for the first closing, one more for each time it was taken up again.
    closing integer     not null,
    grade   varchar(20) not null check (grade in ('SATISFIED', 'MOSTLY', 'DISSATISFIED')),
    reason  varchar(20),
    text    varchar(200),
    at      timestamptz not null,
    primary key (case_id, closing),
    check ((grade = 'DISSATISFIED') = (reason is not null))
);
