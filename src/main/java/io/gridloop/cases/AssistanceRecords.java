package io.gridloop.cases;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records that a co-handler is late, once, whichever clock says so first. */
@Service
public class AssistanceRecords {

    private static final String ELEMENT = "Task_RecordAssistOverdue";

    private final Effects effects;
    private final Assistances assistances;
    private final DepartmentNames names;
    private final History history;
    private final Times times;

    AssistanceRecords(Effects effects, Assistances assistances, DepartmentNames names, History history, Times times) {
        this.effects = effects;
        this.assistances = assistances;
        this.names = names;
        this.history = history;
        this.times = times;
    }

    /**
     * A co-handler's deadline is past; without effect for one that was moved, or that nobody waits for.
     *
     * @param part the co-handler's part
     * @param dueAt the time the timer was set for, ISO-8601; null stands for the present one
     */
    @Transactional
    public void overdue(long caseId, long part, @Nullable String dueAt) {
        var it = effects.lock(caseId);
        if (it.beingHandled()) {
            present(part, dueAt).ifPresent(late -> effects.once(caseId, ELEMENT, same -> part, same -> {
                assistances.markOverdue(part);
                history.write(same, ELEMENT, Actor.SYSTEM, null, "协办超期：%s应于%s前反馈。".formatted(
                        names.of(late.department()), times.words(Objects.requireNonNull(late.dueAt()))));
                return Results.of();
            }));
        }
    }

    private Optional<Assistance> present(long part, @Nullable String dueAt) {
        return assistances.find(part).filter(Assistance::open)
                .filter(found -> found.overdueAt() == null && Times.same(dueAt, found.dueAt()));
    }
}
