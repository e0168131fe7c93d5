package io.gridloop.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/** What a page hands on that asks something before a case is made. */
final class SentAgain {

    /** What the next page says anew. */
    private static final Set<String> OWN = Set.of("_csrf", "separate", "caseNumber", "keptPhoto", "dropPhoto");

    private SentAgain() {}

    /**
     * Fields with their values.
     *
     * @param sent all that came with the form
     * @param photos that were taken in with it
     */
    static Map<String, List<String>> of(MultiValueMap<String, String> sent, KeptPhotos photos) {
        Map<String, List<String>> again = new LinkedHashMap<>(sent);
        again.keySet().removeAll(OWN);
        again.put("keptPhoto", photos.ids().stream().map(UUID::toString).toList());
        return again;
    }
}
