-- Sentences that somebody uses again and again; each person's own.
create table phrase (
    id       bigint generated always as identity primary key,
    login    varchar(60)  not null,
    position integer      not null,
    text     varchar(200) not null,
    unique (login, text)
);
