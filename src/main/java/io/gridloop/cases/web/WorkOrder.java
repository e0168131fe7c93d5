package io.gridloop.cases.web;

import io.gridloop.cases.CasePhotos;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Paper;
import io.gridloop.photos.Photo;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes a case with its photographs and its whole history as PDF. */
@Component
class WorkOrder {

    private final Paper paper;
    private final CasePhotos photos;
    private final Clock clock;

    WorkOrder(Paper paper, CasePhotos photos, Clock clock) {
        this.paper = paper;
        this.photos = photos;
        this.clock = clock;
    }

    /**
     * The work order as somebody sees the case.
     *
     * @param login who prints it
     */
    byte[] pdf(CaseView it, String login) {
        return paper.pdf("cases/work-order", Map.of("it", it, "pictures", pictures(it.caseId()), "zone",
                clock.getZone(), "now", clock.instant(), "login", login));
    }

    /** By the name of their kind, each within its own address, so that nothing is fetched while the paper is set. */
    private Map<String, List<String>> pictures(long caseId) {
        var pictures = new LinkedHashMap<String, List<String>>();
        photos.byKind(caseId).forEach((kind, all) -> pictures.put(kind.label(), addresses(all)));
        return pictures;
    }

    private List<String> addresses(List<Photo> all) {
        return all.stream().flatMap(photo -> photos.thumbnail(photo).stream())
                .map(jpeg -> "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg)).toList();
    }
}
