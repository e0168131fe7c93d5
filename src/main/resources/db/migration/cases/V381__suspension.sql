-- A suspension stops the clock of a case until it is resumed, at the latest on the day of its review.
alter table deadline_request
    add cause              varchar(20),
    add review_on          date,
    -- What was left when the clock stopped: counted time of the unit, and milliseconds until the warning.
    add stopped_at         timestamptz,
    add due_stopped        timestamptz,
    add left_unit          varchar(20),
    add left_counted       bigint check (left_counted >= 0),
    add left_until_warning bigint check (left_until_warning >= 0),
    add resumed_at         timestamptz,
    add resumed_by         varchar(60),
    add check (kind <> 'SUSPENSION' or (cause is not null and review_on is not null and asked_amount is null)),
    add check (kind <> 'SUSPENSION' or (state = 'GRANTED') = (left_counted is not null)),
    add check (num_nulls(stopped_at, due_stopped, left_unit, left_counted, left_until_warning) in (0, 5)),
    add check (resumed_at is null or stopped_at is not null);

create unique index deadline_request_stopped_idx on deadline_request (case_id)
    where stopped_at is not null and resumed_at is null;

-- In what the present deadline counts, and until when its clock stands still. While it does, there is no deadline.
alter table grid_case
    add counted_in      varchar(20),
    add suspended_until timestamptz,
    add check (suspended_until is null or due_at is null);

update grid_case set counted_in = case when limit_text like '%工作日' then 'WORKING_DAY'
    when limit_text like '%自然日' then 'NATURAL_DAY' else 'WORKING_HOUR' end
where limit_text is not null and not deadline_moved;

create index grid_case_suspended_idx on grid_case (suspended_until) where suspended_until is not null;
