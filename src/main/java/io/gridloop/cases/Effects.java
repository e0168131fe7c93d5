package io.gridloop.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each step did, so that every effect happens once: a repeated job gets the stored result and nothing is written
 * again. The case is locked first, so that two workers with the same job come one after the other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Effects {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Cases cases;
    private final Clock clock;

    Effects(JdbcClient jdbc, ObjectMapper json, Cases cases, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * The case, locked until the transaction ends. Rows that refer to it may still be written: two duplicates that end at
     * once tell each other's reporters.
     */
    Case lock(long caseId) {
        jdbc.sql("select id from grid_case where id = ? for no key update").param(caseId).query(Long.class).optional();
        return cases.findById(caseId).orElseThrow(() -> new IllegalArgumentException("There is no case " + caseId));
    }

    /**
     * Does a step once.
     *
     * @throws WithdrawnException when it is not done yet and the case was withdrawn
     */
    Map<String, @Nullable Object> once(Step step, Function<Case, Map<String, @Nullable Object>> effect) {
        return onceEvenWithdrawn(step, it -> {
            WithdrawnException.unlessOpenToSteps(it);
            return effect.apply(it);
        });
    }

    /** Does a step once that a withdrawn case takes too: its beginning or its end. */
    Map<String, @Nullable Object> onceEvenWithdrawn(Step step, Function<Case, Map<String, @Nullable Object>> effect) {
        return once(step.caseId(), step.element(), it -> step.elementInstanceKey(), effect);
    }

    /** Does something once for each round of a case. */
    Map<String, @Nullable Object> once(
            long caseId, String element, ToLongFunction<Case> round,
            Function<Case, Map<String, @Nullable Object>> effect) {
        var it = lock(caseId);
        var key = round.applyAsLong(it);
        return find(caseId, element, key).orElseGet(() -> {
            var result = effect.apply(it);
            it.touch(clock.instant());
            store(caseId, element, key, result);
            return result;
        });
    }

    /** Keeps what a later process instance of the case needs to know; the last word counts. */
    void remember(long caseId, String what, Map<String, @Nullable Object> values) {
        store(caseId, what, 0, values);
    }

    /** What {@link #remember} kept; empty when there is nothing. */
    Map<String, @Nullable Object> remembered(long caseId, String what) {
        return find(caseId, what, 0).orElseGet(Map::of);
    }

    private Optional<Map<String, @Nullable Object>> find(long caseId, String element, long round) {
        return jdbc.sql("select result from case_effect where case_id = ? and element = ? and round = ?")
                .params(caseId, element, round)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    private void store(long caseId, String element, long round, Map<String, @Nullable Object> result) {
        jdbc.sql("""
                insert into case_effect (case_id, element, round, at, result) values (?, ?, ?, ?, ?::jsonb)
                on conflict (case_id, element, round) do update set result = excluded.result, at = excluded.at""")
                .params(caseId, element, round, clock.instant().atOffset(ZoneOffset.UTC), write(result))
                .update();
    }

    private Map<String, @Nullable Object> read(String stored) {
        try {
            return json.readValue(stored, new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Map<String, @Nullable Object> result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
