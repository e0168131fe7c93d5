-- What residents were told; once for each case and occasion.
create table resident_message (
    id       bigint generated always as identity primary key,
    case_id  bigint        not null references grid_case,
    occasion varchar(40)   not null,
    at       timestamptz   not null,
    text     varchar(4000) not null,
    unique (case_id, occasion)
);
