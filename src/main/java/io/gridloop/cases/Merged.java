package io.gridloop.cases;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases that were merged into another: what becomes of that one concerns their reporters too. */
@Service
@Transactional(readOnly = true)
public class Merged {

    private final Cases cases;
    private final JdbcClient jdbc;

    Merged(Cases cases, JdbcClient jdbc) {
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /**
     * What the reporters of merged cases are to be told now that this case ended: the outcome of their original, if it
     * has one already. Asked after each end of the original and of a duplicate it always gives the same for the same
     * end, so that who keeps the occasions tells each once.
     */
    public List<MergedEnding> endings(long caseId) {
        var original = original(cases.findById(caseId).orElseThrow());
        return original.state() != CaseState.CLOSED
                ? List.of()
                : into(original).stream().map(id -> new MergedEnding(id, original.id(), original.closing(),
                        told(original))).toList();
    }

    /** The case that treats the matter; the same when it was merged into none. */
    Case original(Case it) {
        var next = it.mergedInto();
        return next == null ? it : original(cases.findByCaseNumber(next).orElseThrow());
    }

    /** Ids of all cases merged into one, over any number of steps, the oldest first. */
    List<Long> into(Case original) {
        return jdbc.sql("""
                with recursive merged (id, case_number) as (
                    select id, case_number from grid_case where duplicate_of = :number and decided = 'DUPLICATE'
                    union
                    select c.id, c.case_number from grid_case c join merged m on c.duplicate_of = m.case_number
                    where c.decided = 'DUPLICATE')
                select id from merged order by id""").param("number", original.caseNumber()).query(Long.class).list();
    }

    private static String told(Case original) {
        return "您反映的事项已并入案件%s，那一件现在有了结果（%s）。%s".formatted(original.caseNumber(),
                Objects.requireNonNull(original.resolution()).label(),
                original.withdrawn() ? "它的反映人撤回了案件，不再办理；问题还在的，请您重新上报。" : original.publicText());
    }
}
