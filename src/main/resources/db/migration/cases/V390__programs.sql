-- The program outside that sent a report, the picture that it named, and what tells its content from any other.
alter table grid_case
    add client    varchar(40),
    add media_url varchar(500),
    add digest    varchar(64);
create index grid_case_client_idx on grid_case (client, received_at desc) where client is not null;
