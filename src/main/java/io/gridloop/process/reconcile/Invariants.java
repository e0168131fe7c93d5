package io.gridloop.process.reconcile;

import io.gridloop.process.engine.Instances;
import io.gridloop.process.engine.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares what was promised with what is: cases, history, effects, outbox and messages in PostgreSQL, and what waits
 * in the engine. Changes nothing; what the {@link Reconciler} can mend is broken here only until it has. Any number of
 * cases is read at once, so an administrator should not ask every second.
 */
@Component
public class Invariants {

    private static final int LOOKS_AT_ONCE = 16;

    private final JdbcClient jdbc;
    private final Instances instances;
    private final Clock clock;

    Invariants(JdbcClient jdbc, Instances instances, Clock clock) {
        this.jdbc = jdbc;
        this.instances = instances;
        this.clock = clock;
    }

    /**
     * Everything that is broken.
     *
     * @param settled what has moved within this time is on its way and may wait; negative: nothing may
     */
    public List<Broken> check(Duration settled) {
        var before = clock.instant().minus(settled).atOffset(ZoneOffset.UTC);
        var broken = new ArrayList<Broken>();
        for (var question : Question.values()) {
            broken.addAll(ask(question, before));
        }
        broken.addAll(deadWaits(before));
        return broken;
    }

    /**
     * Those of these receipts that have no case.
     *
     * @param receiptCodes what people were given
     */
    public List<Broken> lost(Collection<String> receiptCodes) {
        return jdbc.sql("""
                select code from unnest(?::text[]) code
                 where not exists (select 1 from grid_case where receipt_code = code)""")
                .param(receiptCodes.toArray(String[]::new))
                .query((row, i) -> new Broken(Promise.ONE_CASE_PER_RECEIPT, "a receipt", "has no case"))
                .list();
    }

    private List<Broken> ask(Question question, OffsetDateTime before) {
        return jdbc.sql(question.sql).param("before", before)
                .query((row, i) -> new Broken(question.promise, row.getString(1), row.getString(2))).list();
    }

    private List<Broken> deadWaits(OffsetDateTime before) {
        return Stream.of(Wait.values()).flatMap(wait -> dead(wait, before).stream()).toList();
    }

    /** What has moved between the question and the look is asked again: the engine forgets after PostgreSQL knows. */
    private List<Broken> dead(Wait wait, OffsetDateTime before) {
        var waiting = waiting(wait, before);
        var seen = look(waiting);
        var dead = IntStream.range(0, seen.size()).filter(i -> seen.get(i) == wait.broken).mapToObj(waiting::get)
                .toList();
        var still = dead.isEmpty() ? List.<Waiting>of() : waiting(wait, before);
        return dead.stream().filter(still::contains)
                .map(it -> new Broken(Promise.LIVE_WAIT, it.subject(), wait.what + " " + it.key())).toList();
    }

    /** Several at once: a busy engine answers each within its turn, and thousands of turns would be an hour. */
    private List<Verdict> look(List<Waiting> waiting) {
        try (var looks = Executors.newFixedThreadPool(LOOKS_AT_ONCE, Thread.ofVirtual().factory())) {
            var answers = waiting.stream()
                    .map(it -> CompletableFuture.supplyAsync(() -> instances.look(it.key()), looks)).toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    private List<Waiting> waiting(Wait wait, OffsetDateTime before) {
        return jdbc.sql(wait.sql).param("before", before)
                .query((row, i) -> new Waiting(row.getString(1), row.getLong(2))).list();
    }

    private record Waiting(String subject, long key) {}

    /** What waits in the engine: rows of subject and key, and what the engine must not say of the key. */
    private enum Wait {

        INSTANCE(Verdict.GONE, "is open, but the engine has no instance", """
                select case_number, process_instance_key from grid_case
                 where state <> 'CLOSED' and process_instance_key is not null and moved_at < :before"""),
        TASK(Verdict.GONE, "has an open task, but the engine has no element instance", """
                select c.case_number, t.element_instance_key from case_task t join grid_case c on c.id = t.case_id
                 where t.state = 'OPEN' and t.opened_at < :before"""),
        REST(Verdict.DONE, "is closed, but the engine still has instance", """
                select case_number, process_instance_key from grid_case
                 where state = 'CLOSED' and process_instance_key is not null and closed_at < :before
                   and (checked_at is null or checked_at < closed_at)""");

        private final Verdict broken;
        private final String what;
        private final String sql;

        Wait(Verdict broken, String what, String sql) {
            this.broken = broken;
            this.what = what;
            this.sql = sql;
        }
    }
}
