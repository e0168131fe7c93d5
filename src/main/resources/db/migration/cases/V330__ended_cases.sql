-- Closed cases whose process instance was not yet seen to be gone: few, for the reconciler.
create index grid_case_ended_idx on grid_case (closed_at)
    where state = 'CLOSED' and (checked_at is null or checked_at < closed_at);
