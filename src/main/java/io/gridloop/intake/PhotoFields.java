package io.gridloop.intake;

import io.gridloop.photos.ChosenFiles;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.multipart.MultipartFile;

/**
 * The photographs of a report page as it was sent.
 *
 * @param files chosen now
 * @param kept taken in before, when something else was wrong with the page, and not dropped since
 */
record PhotoFields(List<MultipartFile> files, Set<UUID> kept) {

    /** Reads them; a page without any, and one that brings no files at all, is as good. What is no id is left out. */
    static PhotoFields of(HttpServletRequest request) {
        Set<UUID> kept = new LinkedHashSet<>(ids(request, "keptPhoto"));
        kept.removeAll(new HashSet<>(ids(request, "dropPhoto")));
        return new PhotoFields(ChosenFiles.of(request), kept);
    }

    private static List<UUID> ids(HttpServletRequest request, String field) {
        return Optional.ofNullable(request.getParameterValues(field)).stream().flatMap(Arrays::stream)
                .limit(2L * ReportPhotos.MOST).flatMap(PhotoFields::id).toList();
    }

    private static Stream<UUID> id(String text) {
        return SubmissionKey.isValid(text) ? Stream.of(UUID.fromString(text)) : Stream.empty();
    }
}
