package io.gridloop.intake;

import io.gridloop.photos.Photo;
import io.gridloop.photos.PhotoOrigin;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Photographs of a report page that were taken in.
 *
 * @param all in the order in which they came
 * @param origin where one of those that came now was shot
 */
record KeptPhotos(List<Photo> all, @Nullable PhotoOrigin origin) {

    Set<UUID> ids() {
        return all.stream().map(Photo::id).collect(Collectors.toSet());
    }

    /** A page that names no point with the one where a photograph was shot, for people to look at. */
    ReportForm fill(ReportForm form) {
        return origin == null || !form.longitude().isEmpty() || !form.latitude().isEmpty()
                ? form
                : form.withPoint(degrees(origin.longitude()), degrees(origin.latitude()));
    }

    private static String degrees(double degrees) {
        return String.format(Locale.ROOT, "%.6f", degrees);
    }

    /** The same for the same pictures, also when they were sent twice and have other ids; empty without any. */
    String fingerprint() {
        return all.stream().map(Photo::sha256).sorted().collect(Collectors.joining(","));
    }
}
