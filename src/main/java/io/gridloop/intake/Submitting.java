package io.gridloop.intake;

import io.gridloop.cases.Receipt;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.photos.Photos;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands in a report together with its photographs: both or neither. */
@Component
public class Submitting {

    private final Reporting reporting;
    private final Photos photos;

    Submitting(Reporting reporting, Photos photos) {
        this.reporting = reporting;
        this.photos = photos;
    }

    /**
     * Makes a case of a report and attaches its photographs; of a report that was accepted before, nothing changes.
     *
     * @throws io.gridloop.cases.InvalidReportException when the report cannot be stored
     * @throws io.gridloop.photos.PhotosGoneException when a photograph cannot be attached
     */
    @Transactional
    public Receipt accept(Report report, Set<UUID> taken) {
        Receipt receipt = reporting.accept(report);
        if (!receipt.repeated()) {
            photos.attach(receipt.caseId(), taken);
        }
        return receipt;
    }
}
