package io.gridloop.intake;

import java.util.List;

/**
 * All that a report page brings.
 *
 * @param form what was typed and chosen
 * @param answers to the questions of the category
 * @param photos those that were taken in
 * @param insisted codes of the notices, see {@link OutsideNotices}, that who reports has seen and put aside
 */
record SentReport(ReportForm form, SentAnswers answers, KeptPhotos photos, List<String> insisted) {

    /** A report to which no notice was shown. */
    SentReport(ReportForm form, SentAnswers answers, KeptPhotos photos) {
        this(form, answers, photos, List.of());
    }

    /** The key that makes the same content sent twice a single case, see {@link SubmissionKey#ofForm}. */
    String key(Sender sender) {
        return SubmissionKey.ofForm(sender.prefix(), form, photos.fingerprint() + answers.fingerprint());
    }

    /** What the page shows again when something is wrong: under a fresh key where the old one is of no use. */
    ReportForm again(Problems problems) {
        return photos.fill(problems.has("send") ? form.withFreshKey() : form);
    }
}
