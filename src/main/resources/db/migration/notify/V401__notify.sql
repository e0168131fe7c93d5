-- What residents were told; once for each case and occasion.
create sequence resident_message_seq start with 1 increment by 50;

create table resident_message (
    id       bigint primary key,
    case_id  bigint        not null references grid_case,
    occasion varchar(40)   not null,
    at       timestamptz   not null,
    text     varchar(4000) not null,
    unique (case_id, occasion)
);
