package io.gridloop.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person sees and may do about the requests of a case.
 *
 * @param handles whether they handle the case
 * @param leads whether they lead its grid
 * @param supervises whether they supervise the county
 * @param mayAsk whether an extension can be asked for now
 * @param maySuspend whether a suspension can be asked for now
 * @param suspendedUntil the day of the review, while the clock stands still
 * @param firstDay the first day on which a suspension may end
 * @param lastDay the last
 * @param ranges how much may be asked for, in Chinese
 * @param perRound how often it may be asked for in a round
 * @param requests newest first
 */
public record RequestPanel(
        String caseNumber,
        boolean handles,
        boolean leads,
        boolean supervises,
        boolean mayAsk,
        boolean maySuspend,
        @Nullable LocalDate suspendedUntil,
        LocalDate firstDay,
        LocalDate lastDay,
        String ranges,
        int perRound,
        List<RequestView> requests) {

    /** Whether there is anything to show. */
    public boolean empty() {
        return requests.isEmpty() && !mayAsk && !maySuspend;
    }

    /** Whether the person may let the clock run again. */
    public boolean mayResume() {
        return suspendedUntil != null && (leads || supervises);
    }

    /** The causes to choose from. */
    public SuspensionCause[] causes() {
        return SuspensionCause.values();
    }
}
