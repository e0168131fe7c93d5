package io.gridloop.cases;

import java.util.List;

/**
 * What one person sees and may do about the requests of a case.
 *
 * @param handles whether they handle the case
 * @param leads whether they lead its grid
 * @param supervises whether they supervise the county
 * @param mayAsk whether an extension can be asked for now
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
        String ranges,
        int perRound,
        List<RequestView> requests) {

    /** Whether there is anything to show. */
    public boolean empty() {
        return requests.isEmpty() && !mayAsk;
    }
}
