package io.gridloop.intake;

import java.util.List;

/**
 * What came of an import.
 *
 * @param batchId its number in the list of imports
 * @param accepted rows that became cases now
 * @param alreadyThere rows that had become cases before
 * @param badRows rows that were not taken, in the order of the file
 * @param ignored headings of columns that were not read
 */
public record ImportResult(long batchId, int accepted, int alreadyThere, List<BadRow> badRows, List<String> ignored) {

    /** All rows of the file. */
    public int rows() {
        return accepted + alreadyThere + badRows.size();
    }
}
