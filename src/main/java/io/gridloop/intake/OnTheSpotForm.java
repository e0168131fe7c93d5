package io.gridloop.intake;

import java.util.Objects;
import java.util.UUID;

/**
 * The page of a matter that was handled on the spot, as it was sent: text only, nothing checked yet, a missing field is
 * empty.
 *
 * @param submissionKey made when the page was first shown
 * @param gridCode one of the worker's grids; counts when no position is given
 * @param longitude of the phone, WGS-84 degrees; empty when nobody asked for it
 * @param latitude of the phone, WGS-84 degrees; empty when nobody asked for it
 * @param note what else there is to say
 * @param result one of the usual sentences
 * @param ownResult a sentence of one's own, which then counts instead
 */
record OnTheSpotForm(String submissionKey, String category, String gridCode, String longitude, String latitude,
        String note, String result, String ownResult) {

    OnTheSpotForm {
        submissionKey = given(submissionKey);
        category = given(category);
        gridCode = given(gridCode);
        longitude = given(longitude);
        latitude = given(latitude);
        note = given(note);
        result = given(result);
        ownResult = given(ownResult);
    }

    /** An empty form with a fresh key, and what is usual chosen. */
    static OnTheSpotForm fresh(String gridCode, String result) {
        return new OnTheSpotForm(UUID.randomUUID().toString(), "", gridCode, "", "", "", result, "");
    }

    /** The same without a position, under a fresh key. */
    OnTheSpotForm withoutPosition() {
        return new OnTheSpotForm(UUID.randomUUID().toString(), category, gridCode, "", "", note, result, ownResult);
    }

    /** Whether a position came along, good or not. */
    public boolean hasPosition() {
        return !longitude.isEmpty() || !latitude.isEmpty();
    }

    /** What the page says about how it was handled. */
    String said() {
        return ownResult.isEmpty() ? result : ownResult;
    }

    /**
     * The report that it makes.
     *
     * @param matter name of the category, in Chinese
     */
    ReportForm report(String matter) {
        String text = "巡查发现：" + matter + (note.isEmpty() ? "" : "。" + note);
        return new ReportForm(submissionKey, category, text, hasPosition() ? "point" : "grid", gridCode, longitude,
                latitude, "wgs84", "", "", "", "PATROL", "true", said(), "");
    }

    private static String given(String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
