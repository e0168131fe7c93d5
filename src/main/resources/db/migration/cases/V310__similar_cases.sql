-- Which cases seem to speak of the same matter. A hint for people: nothing is merged.
alter table grid_case add matter_id bigint;
create index grid_case_matter_idx on grid_case (matter_id, id) where matter_id is not null;
comment on column grid_case.matter_id is 'The first case of the same matter; empty when no case is similar';

-- A sketch of each text: hashes of a few of its character sequences, by which similar texts are found.
create table case_gram (
    hash    integer not null,
    case_id bigint  not null references grid_case,
    primary key (hash, case_id)
);

-- overlap: share of character sequences that both texts have, 0 to 1.
create table case_similar (
    case_id  bigint not null references grid_case,
    other_id bigint not null references grid_case,
    overlap  real   not null,
    primary key (case_id, other_id),
    check (other_id < case_id)
);
create index case_similar_other_idx on case_similar (other_id);
