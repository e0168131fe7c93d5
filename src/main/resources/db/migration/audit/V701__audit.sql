-- Who changed what, and who looked at what is protected. Only grows, and each entry is tied to the one before it.
create table audit_entry (
    id            bigint primary key check (id > 0),
    at            timestamptz   not null,
    actor         varchar(64)   not null,
    action        varchar(60)   not null,
    subject       varchar(200)  not null,
    detail        varchar(2000) not null,
    previous_hash char(64)      not null unique,
    hash          char(64)      not null unique
);
create index audit_entry_by_actor on audit_entry (actor, id desc);
create index audit_entry_by_subject on audit_entry (subject, id desc);
create index audit_entry_by_action on audit_entry (action, id desc);
create index audit_entry_by_time on audit_entry (at);
comment on table audit_entry is 'Append-only: a trigger refuses changes, and each hash covers the entry and the hash before it. Where gridloop does not own its tables, also: revoke update, delete, truncate on audit_entry from <its user>';
comment on column audit_entry.id is '1, 2, 3 … without gaps, so that a missing entry shows';

create function audit_only_grows() returns trigger language plpgsql as $$
begin
    raise exception '% only grows: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create trigger audit_entry_only_grows before update or delete on audit_entry
    for each row execute function audit_only_grows();
create trigger audit_entry_is_never_emptied before truncate on audit_entry
    for each statement execute function audit_only_grows();
