-- People of a community, of a street, and designers of processes.
alter table staff add column community_code varchar(20) references community;
alter table staff add column street_code varchar(20) references street;

alter table staff drop constraint staff_unit_fits_role;
alter table staff add constraint staff_role_is_known check (role in ('LEADER', 'FULL_TIME', 'PART_TIME', 'COMMUNITY',
    'STREET', 'DEPARTMENT', 'INTAKE', 'DISPATCHER', 'SUPERVISOR', 'DESIGNER', 'ADMIN'));
alter table staff add constraint staff_unit_fits_role check (
    (grid_code is not null) = (role in ('LEADER', 'FULL_TIME', 'PART_TIME'))
    and (department_code is not null) = (role in ('PART_TIME', 'DEPARTMENT'))
    and (community_code is not null) = (role = 'COMMUNITY')
    and (street_code is not null) = (role = 'STREET'));
