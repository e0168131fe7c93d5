package io.gridloop.cases;

/**
 * What the reporter keeps.
 *
 * @param caseId the case
 * @param caseNumber its speakable number
 * @param receiptCode the secret that opens the resident's page; never logged, never sent to the engine
 * @param repeated whether the submission had been accepted before
 */
public record Receipt(long caseId, String caseNumber, String receiptCode, boolean repeated) {

    /** Without the secret, so that a log line cannot give it away. */
    @Override
    public String toString() {
        return "Receipt[caseNumber=" + caseNumber + ", repeated=" + repeated + "]";
    }
}
