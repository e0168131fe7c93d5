package io.gridloop.intake;

import java.util.Objects;
import java.util.UUID;

/**
 * A report page as it was sent: text only, nothing checked yet, a missing field is empty. It is shown again unchanged
 * when something is wrong.
 *
 * @param submissionKey made when the page was first shown
 * @param place how the place is named: {@code grid}, {@code point} or {@code address}
 * @param datum what longitude and latitude are given in: {@code wgs84}, the same as empty, or {@code gcj02}
 * @param emergencyLine number of the line that helps when somebody is in danger now; empty when nobody is
 * @param onSpot {@code true} when a member of staff has handled the matter already
 */
record ReportForm(
        String submissionKey,
        String category,
        String text,
        String place,
        String gridCode,
        String longitude,
        String latitude,
        String datum,
        String address,
        String reporterName,
        String contact,
        String channel,
        String onSpot,
        String onSpotResult,
        String emergencyLine) {

    ReportForm {
        submissionKey = line(submissionKey);
        category = line(category);
        text = paragraph(text);
        place = line(place);
        gridCode = line(gridCode);
        longitude = line(longitude);
        latitude = line(latitude);
        datum = line(datum);
        address = line(address);
        reporterName = line(reporterName);
        contact = line(contact);
        channel = line(channel);
        onSpot = line(onSpot);
        onSpotResult = paragraph(onSpotResult);
        emergencyLine = line(emergencyLine);
    }

    /** An empty form with a fresh key. */
    static ReportForm fresh(String place) {
        String key = UUID.randomUUID().toString();
        return new ReportForm(key, "", "", place, "", "", "", "", "", "", "", "", "", "", "");
    }

    /** An empty form with a fresh key, and a grid chosen. */
    static ReportForm freshIn(String gridCode) {
        String key = UUID.randomUUID().toString();
        return new ReportForm(key, "", "", "grid", gridCode, "", "", "", "", "", "", "", "", "", "");
    }

    /** The same content under a fresh key, for a page whose key was lost. */
    ReportForm withFreshKey() {
        String key = UUID.randomUUID().toString();
        return new ReportForm(key, category, text, place, gridCode, longitude, latitude, datum, address,
                reporterName, contact, channel, onSpot, onSpotResult, emergencyLine);
    }

    /** The same content with a point in WGS-84; how the place is named stays as it was chosen. */
    ReportForm withPoint(String longitude, String latitude) {
        return new ReportForm(submissionKey, category, text, place, gridCode, longitude, latitude, "wgs84", address,
                reporterName, contact, channel, onSpot, onSpotResult, emergencyLine);
    }

    private static String line(String value) {
        return paragraph(value).replaceAll("[\\n\\t]+", " ");
    }

    /** Browsers send a line break as two characters; one is kept, so that the count on the page holds. */
    private static String paragraph(String value) {
        return Objects.requireNonNullElse(value, "").replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
