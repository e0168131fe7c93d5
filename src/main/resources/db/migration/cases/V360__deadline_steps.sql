-- How the deadline was counted, in Chinese, one step a line; null when a person set it or before this was kept.
alter table grid_case add column deadline_steps text;
