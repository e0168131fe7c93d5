package io.gridloop.intake;

import io.gridloop.cases.Annotating;
import io.gridloop.cases.EmergencyLine;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.Reporting;
import io.gridloop.intake.ApiProblem.Wrong;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes cases of reports that waited on phones, each exactly once. */
@Component
class QueuedReports {

    private final QueueRows rows;
    private final QueuedPhotos photos;
    private final ReportForms forms;
    private final PhoneTime time;
    private final Reporting reporting;
    private final Annotating annotating;

    QueuedReports(QueueRows rows, QueuedPhotos photos, ReportForms forms, PhoneTime time, Reporting reporting,
            Annotating annotating) {
        this.rows = rows;
        this.photos = photos;
        this.forms = forms;
        this.time = time;
        this.reporting = reporting;
        this.annotating = annotating;
    }

    /**
     * Makes a case of a report; the same one again gives the first receipt. It is never asked whether it is the same
     * matter as another: whoever saved it is gone by now, and the grid leader may merge it.
     *
     * @throws ApiProblem when something is wrong with it, a photograph is missing, or its key was used for another
     *     report; then nothing is stored
     */
    @Transactional
    public Receipt accept(String key, QueuedReport sent) {
        ReportForm form = sent.form(key);
        refuseEmergency(form);
        requirePhotoCount(sent.photoCount());
        rows.lock(key);
        KeptPhotos kept = photos.of(key, sent.photoCount());
        SentReport report = new SentReport(form, SentAnswers.later(sent.answers()), kept);
        String submission = report.key(Sender.queue());
        refuseOther(rows.submission(key), submission);
        return reporting.accepted(submission).orElseGet(() -> make(report, submission, time.words(sent.savedAt())));
    }

    private Receipt make(SentReport report, String submission, String words) {
        Receipt receipt = send(report);
        rows.addReport(report.form().submissionKey(), submission);
        annotating.add(receipt.caseId(), Annotating.QUEUE, words);
        return receipt;
    }

    private Receipt send(SentReport report) {
        Problems problems = new Problems();
        return forms.send(report, Sender.queue(), problems)
                .orElseThrow(() -> ApiProblem.wrong(HttpStatus.UNPROCESSABLE_ENTITY, problems.all().entrySet().stream()
                        .map(each -> new Wrong(each.getKey(), each.getValue())).toList()));
    }

    private static void refuseEmergency(ReportForm form) {
        EmergencyLine.of(form.emergencyLine()).ifPresent(line -> {
            throw unfit("emergencyLine", "有人正处在危险中，请马上拨打 %s（%s）。这里不收紧急情况，也没有人实时值守"
                    .formatted(line.number(), line.label()));
        });
    }

    private static void requirePhotoCount(int count) {
        if (count < 0 || count > ReportPhotos.MOST) {
            throw unfit("photos", "照片最多 %d 张".formatted(ReportPhotos.MOST));
        }
    }

    private static void refuseOther(Optional<String> first, String submission) {
        if (first.isPresent() && !first.get().equals(submission)) {
            throw unfit("key", "这份上报以前的内容已经立案，现在的内容没有保存。要补充情况，请另报一件");
        }
    }

    private static ApiProblem unfit(String field, String reason) {
        return ApiProblem.wrong(HttpStatus.UNPROCESSABLE_ENTITY, List.of(new Wrong(field, reason)));
    }
}
