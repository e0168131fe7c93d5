package io.gridloop.intake;

import io.gridloop.cases.Annotating;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.photos.Photos;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands in a report together with its photographs and notes: all or nothing. */
@Component
public class Submitting {

    private final Reporting reporting;
    private final Photos photos;
    private final Annotating annotating;

    Submitting(Reporting reporting, Photos photos, Annotating annotating) {
        this.reporting = reporting;
        this.photos = photos;
        this.annotating = annotating;
    }

    /**
     * Makes a case of a report and attaches its photographs; of a report that was accepted before, nothing changes.
     *
     * @param notes what staff read of it besides, in Chinese
     * @throws io.gridloop.cases.InvalidReportException when the report cannot be stored
     * @throws io.gridloop.photos.PhotosGoneException when a photograph cannot be attached
     */
    @Transactional
    public Receipt accept(Report report, Set<UUID> taken, List<String> notes) {
        Receipt receipt = reporting.accept(report);
        if (!receipt.repeated()) {
            photos.attach(receipt.caseId(), taken);
            notes.forEach(words -> annotating.add(receipt.caseId(), "Page_Report", words));
        }
        return receipt;
    }
}
