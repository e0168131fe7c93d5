-- The engine that has the process instances carries this mark. Another one answers without it: then everything that ran is
-- lost. The generation counts the engines that were lost; keys are set apart by it, see EngineLinks.
create table engine_mark (
    one        boolean primary key default true check (one),
    mark       text    not null,
    seen       boolean not null default false,
    generation integer not null default 0 check (generation < 64)
);
