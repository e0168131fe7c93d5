package io.gridloop.process.reconcile;

/** What PostgreSQL alone can answer: each row of the answer (subject, what) breaks the promise. */
enum Question {

    BEGUN_ONCE_A_RUN(Promise.ONE_CASE_PER_RECEIPT, """
            select c.case_number, count(e.id) || ' beginnings in ' || c.run || ' runs'
              from grid_case c left join case_entry e on e.case_id = c.id and e.element = 'StartEvent_CaseReported'
             group by c.id having count(e.id) <> c.run"""),

    ENDED_ONCE(Promise.ONE_END, """
            select c.case_number, c.state || ' with ' || count(e.id) || ' ends'
              from grid_case c left join case_entry e on e.case_id = c.id
                                and e.element in ('Task_CloseCase', 'Task_CloseWithdrawnCase')
             group by c.id having count(e.id) <> c.reopened + case c.state when 'CLOSED' then 1 else 0 end"""),

    WRITTEN_ONCE_A_VISIT(Promise.ONE_EFFECT, """
            select c.case_number, w.element || ' has ' || w.entries || ' entries of ' || w.visits || ' visits'
              from (select f.case_id, f.element, count(*) visits,
                           (select count(*) from case_entry e
                             where e.case_id = f.case_id and e.element = f.element) entries
                      from case_effect f group by f.case_id, f.element) w
              join grid_case c on c.id = w.case_id
             where w.entries > w.visits"""),

    NO_OLD_COMMAND(Promise.OUTBOX_EMPTY, """
            select 'command ' || id || ' of case ' || case_id,
                   kind || case when dead_at is null then ' waits after ' else ' is dead after ' end
                        || attempts || ' attempts'
              from engine_command where dead_at is not null or created_at < :before"""),

    STARTED_OR_STARTING(Promise.LIVE_WAIT, """
            select c.case_number, 'has no process instance and no start under way' from grid_case c
             where c.state <> 'CLOSED' and c.process_instance_key is null and c.moved_at < :before
               and not exists (select 1 from engine_command m where m.case_id = c.id and m.dead_at is null)"""),

    WAITS_FOR_SOMEBODY(Promise.LIVE_WAIT, """
            select c.case_number, 'is ' || c.state || ', but nobody has a task of it' from grid_case c
             where c.state <> 'CLOSED' and c.process_instance_key is not null and c.moved_at < :before
               and not exists (select 1 from case_task t where t.case_id = c.id
                                 and t.part = 0 and (t.state <> 'CLOSED' or t.closed_at >= :before))
               and (c.decided is distinct from 'WITHDRAWN'
                    or not exists (select 1 from engine_command m where m.case_id = c.id and m.dead_at is null))"""),

    TOLD_AT_THE_END(Promise.TOLD_ONCE, """
            select c.case_number, 'is ' || c.state || ', the resident was told ' || count(m.id) || ' times'
              from grid_case c left join resident_message m on m.case_id = c.id and m.occasion like 'closed%'
             where c.parent_id is null and (c.state <> 'CLOSED' or c.closed_at < :before)
             group by c.id having count(m.id) <> c.reopened + case c.state when 'CLOSED' then 1 else 0 end"""),

    /** Of the last end of the original, and of each that came after the merger: over any number of steps. */
    MERGED_TOLD_OF_EACH_END(Promise.TOLD_ONCE, """
            with recursive merged (original, id, number, since) as (
                select o.id, c.id, c.case_number, coalesce(c.closed_at, 'infinity')
                  from grid_case c join grid_case o on o.case_number = c.duplicate_of
                 where c.decided = 'DUPLICATE' and o.decided is distinct from 'DUPLICATE'
                union
                select m.original, c.id, c.case_number, greatest(m.since, coalesce(c.closed_at, 'infinity'))
                  from merged m join grid_case c on c.duplicate_of = m.number where c.decided = 'DUPLICATE'),
            ended (original, closing, at, present) as (
                select c.id, row_number() over nth, e.at, c.state = 'CLOSED' and lead(e.id) over nth is null
                  from case_entry e join grid_case c on c.id = e.case_id
                 where e.element in ('Task_CloseCase', 'Task_CloseWithdrawnCase')
                   and c.id in (select original from merged)
                window nth as (partition by e.case_id order by e.id))
            select m.number, 'was not told of end ' || n.closing || ' of ' || o.case_number
              from merged m join ended n on n.original = m.original join grid_case o on o.id = m.original
             where m.since < :before and n.at < :before and (n.present or n.at >= m.since)
               and not exists (select 1 from resident_message t where t.case_id = m.id
                                and t.occasion = 'original#' || o.id || '#' || n.closing)"""),

    MERGED_TOLD_OF_NO_OTHER(Promise.TOLD_ONCE, """
            select c.case_number, 'was told of an end that was not: ' || t.occasion
              from resident_message t join grid_case c on c.id = t.case_id
             where t.occasion like 'original#%' and t.at < :before
               and cast(split_part(t.occasion, '#', 3) as bigint) >
                   (select count(*) from case_entry e
                     where e.case_id = cast(split_part(t.occasion, '#', 2) as bigint)
                       and e.element in ('Task_CloseCase', 'Task_CloseWithdrawnCase'))""");

    final Promise promise;
    final String sql;

    Question(Promise promise, String sql) {
        this.promise = promise;
        this.sql = sql;
    }
}
