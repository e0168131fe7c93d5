-- Who had a task of a case: workers and departments still see what was theirs.
create table case_party (
    case_id bigint      not null references grid_case,
    login   varchar(64) not null,
    primary key (case_id, login)
);
create index case_party_by_login on case_party (login);

insert into case_party
select distinct case_id, result ->> 'assignee' from case_effect where result ->> 'assignee' is not null
union select distinct case_id, actor_login from case_entry where actor_login is not null
union select id, handler_login from grid_case where handler_login is not null
on conflict do nothing;

create index grid_case_by_grid on grid_case (grid_code, received_at desc);
