-- Where members of staff want to be reached, as they said themselves.
create table staff_contact (
    login      varchar(64) primary key,
    mail       varchar(254),
    mobile     varchar(11),
    changed_at timestamptz not null
);
