package io.gridloop.demo;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What the history of a case must hold (a person's answer stands under the step that checked it), in this order; other entries may stand between. */
final class Milestones {

    private static final String REPORTED = "StartEvent_CaseReported";
    private static final String REGISTERED = "Task_RegisterCase";
    private static final String ACCEPTED = "Task_CheckAcceptance";
    private static final String DISPATCHED = "Task_DispatchCase";
    private static final String ASSIGNED = "Task_CheckAssignment";
    private static final String HANDLED = "Task_CheckHandling";
    private static final String OVERDUE = "Task_RecordOverdue";
    private static final String URGED = "Task_CheckSupervision";
    private static final String ON_SPOT = "Task_RecordOnSpot";
    private static final String VERIFIED = "Task_CheckVerification";
    private static final String CLOSED = "Task_CloseCase";

    private static final List<String> HANDLING = List.of(REPORTED, REGISTERED, ACCEPTED, DISPATCHED, HANDLED, VERIFIED,
            CLOSED);
    private static final List<String> AT_THE_DOOR = List.of(REPORTED, REGISTERED, ACCEPTED, CLOSED);

    private static final Map<DemoPath, List<String>> OF = Map.of(
            DemoPath.STRAIGHT, HANDLING,
            DemoPath.UNABLE, HANDLING,
            DemoPath.LATE,
            List.of(REPORTED, REGISTERED, ACCEPTED, DISPATCHED, OVERDUE, URGED, HANDLED, VERIFIED, CLOSED),
            DemoPath.REWORKED,
            List.of(REPORTED, REGISTERED, ACCEPTED, DISPATCHED, HANDLED, VERIFIED, DISPATCHED, HANDLED, VERIFIED,
                    CLOSED),
            DemoPath.RETURNED,
            List.of(REPORTED, REGISTERED, ACCEPTED, DISPATCHED, HANDLED, ASSIGNED, DISPATCHED, HANDLED, VERIFIED,
                    CLOSED),
            DemoPath.REFUSED, AT_THE_DOOR,
            DemoPath.DUPLICATE, AT_THE_DOOR,
            DemoPath.ON_SPOT, List.of(REPORTED, REGISTERED, ACCEPTED, ON_SPOT, CLOSED));

    private Milestones() {}

    static List<String> of(DemoPath path) {
        return OF.getOrDefault(path, List.of());
    }

    /** Whether a history holds all milestones of a path in their order, and nothing that may happen but once twice. */
    static boolean areIn(LoopCase done, DemoPath path) {
        Iterator<String> trail = done.trail().iterator();
        boolean inOrder = of(path).stream().allMatch(milestone -> reaches(trail, milestone));
        return inOrder && List.of(REPORTED, REGISTERED, CLOSED).stream().allMatch(once -> done.count(once) == 1);
    }

    private static boolean reaches(Iterator<String> trail, String milestone) {
        while (trail.hasNext()) {
            if (trail.next().equals(milestone)) {
                return true;
            }
        }
        return false;
    }
}
