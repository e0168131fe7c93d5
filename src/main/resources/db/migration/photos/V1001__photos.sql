-- What is known of each photograph; its pictures lie in the store under the same id. Which cases there are, this module
-- does not know: case_id is what it is told.
create table photo (
    id         uuid primary key,
    -- Empty until the report that brings it is accepted; then it does not expire any more.
    case_id    bigint,
    kind       varchar(20) not null check (kind in ('REPORT', 'BEFORE', 'AFTER_NEAR', 'AFTER_FAR')),
    size       bigint      not null check (size > 0),
    width      integer     not null check (width > 0),
    height     integer     not null check (height > 0),
    sha256     char(64)    not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    check ((case_id is null) = (expires_at is not null))
);

create index photo_case_idx on photo (case_id) where case_id is not null;
create index photo_unattached_idx on photo (expires_at) where case_id is null;
