package io.gridloop.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person sees and may do about the supervision of a case.
 *
 * @param orders whether they may give orders in such a case
 * @param supervises whether they may cancel them
 * @param possible whether the case can be supervised now
 * @param levels what they may choose from
 * @param proposed the next step
 * @param kinds what they may choose from
 * @param highest the highest step of those that were not cancelled; null when there was none
 * @param given newest first
 */
public record SupervisionPanel(
        String caseNumber,
        boolean orders,
        boolean supervises,
        boolean possible,
        List<SupervisionLevel> levels,
        SupervisionLevel proposed,
        List<SupervisionKind> kinds,
        @Nullable SupervisionLevel highest,
        List<SupervisionView> given) {

    /** Whether there is anything to show. */
    public boolean empty() {
        return given.isEmpty() && !mayOrder();
    }

    /** Whether they can give an order now. */
    public boolean mayOrder() {
        return orders && possible && !levels.isEmpty();
    }

    /** The whole ladder. */
    public SupervisionLevel[] ladder() {
        return SupervisionLevel.values();
    }
}
