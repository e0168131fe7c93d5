-- What members of staff are told of cases; once for each case, person and occasion.
create table staff_message (
    id       bigint generated always as identity primary key,
    case_id  bigint       not null references grid_case,
    login    varchar(60)  not null,
    occasion varchar(80)  not null,
    at       timestamptz  not null,
    text     varchar(300) not null,
    -- Who stands in for somebody reads it too, and does not take it from them.
    read_by  varchar(60)[] not null default '{}',
    unique (case_id, login, occasion)
);

create index staff_message_login_idx on staff_message (login, id);
