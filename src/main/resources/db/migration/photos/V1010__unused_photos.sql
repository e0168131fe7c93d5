-- Photographs of a handling that came too late to count: staff see them, the reporter never does.
alter table photo drop constraint photo_kind_check;
alter table photo add constraint photo_kind_check
    check (kind in ('REPORT', 'BEFORE', 'AFTER_NEAR', 'AFTER_FAR', 'UNUSED'));
