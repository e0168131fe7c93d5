package io.gridloop.cases;

import org.springframework.stereotype.Service;

/** Takes reports in. */
@Service
public class Reporting {

    /** Longest text of a report, in characters. */
    public static final int MAX_TEXT = 5_000;

    /**
     * Makes a case of a report: case, history and {@link CaseReported} in one transaction.
     * The same submission key again, also at the same time, returns the first receipt and changes nothing.
     *
     * @throws InvalidReportException when a field cannot be stored; its message is Chinese and can be shown
     */
    public Receipt accept(Report report) {
        throw new UnsupportedOperationException();
    }
}
