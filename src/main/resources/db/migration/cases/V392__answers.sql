-- What a reporter answered to the questions of the category, as they were asked then. A later change of the questions
-- changes nothing here.
create table case_answer (
    id       bigint generated always as identity primary key,
    case_id  bigint        not null references grid_case,
    code     varchar(30)   not null,
    question varchar(100)  not null,
    answer   varchar(1000) not null,
    unique (case_id, code)
);

create trigger case_answer_only_grows before update or delete on case_answer
    for each row execute function refuse_change();
create trigger case_answer_is_never_emptied before truncate on case_answer
    for each statement execute function refuse_change();
