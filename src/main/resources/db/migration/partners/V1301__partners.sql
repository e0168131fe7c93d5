-- A case that the Open311 server of another body is to have, one line for each department and round of the case.
create table partner_request (
    id             bigint generated always as identity primary key,
    case_id        bigint        not null,
    case_number    varchar(24)   not null,
    visit          varchar(60)   not null,
    department     varchar(60)   not null,
    -- Stands in the description there, so that the request is found again when an answer got lost.
    reference      varchar(40)   not null,
    category       varchar(40),
    description    text          not null,
    address        varchar(1000) not null,
    longitude      double precision,
    latitude       double precision,
    stage          varchar(10)   not null default 'WAITING',
    created_at     timestamptz   not null,
    -- When it was first sent without a clear answer; null while nothing can be there.
    posted_at      timestamptz,
    token          varchar(200),
    service_id     varchar(200),
    attempts       int           not null default 0,
    due_at         timestamptz,
    problem        varchar(300),
    told_notes     varchar(1000),
    told_updated   varchar(60),
    unique (visit, department)
);
create index partner_request_due_idx on partner_request (due_at) where due_at is not null;
create index partner_request_case_idx on partner_request (case_id);
