package io.gridloop.intake;

import io.gridloop.cases.Categories;
import io.gridloop.cases.InvalidReportException;
import io.gridloop.cases.Questions;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.Report;
import io.gridloop.cases.ReportAnswer;
import io.gridloop.photos.PhotosGoneException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks report pages and hands them in. */
@Component
class ReportForms {

    static final int LONGEST_TEXT = 2_000;
    static final int SHORTEST_TEXT = 5;
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_RESULT = 1_000;

    private final ReportedPlaces places;
    private final Categories categories;
    private final Questions questions;
    private final OutsideNotes notes;
    private final Submitting submitting;
    private final Clock clock;

    ReportForms(ReportedPlaces places, Categories categories, Questions questions, OutsideNotes notes,
            Submitting submitting, Clock clock) {
        this.places = places;
        this.categories = categories;
        this.questions = questions;
        this.notes = notes;
        this.submitting = submitting;
        this.clock = clock;
    }

    /** Hands a report in; empty when something is wrong with it, which then stands in {@code problems}. */
    Optional<Receipt> send(SentReport sent, Sender sender, Problems problems) {
        Report report = report(sent, sender, problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(submitting.accept(report, sent.photos().ids(), notes.of(sent)));
        } catch (InvalidReportException e) {
            problems.add(e.field(), String.valueOf(e.getMessage()));
            return Optional.empty();
        } catch (PhotosGoneException e) {
            ReportPhotos.addGone(problems);
            return Optional.empty();
        }
    }

    /** What is reported; only good for use when nothing is wrong, which then stands in {@code problems}. */
    Report report(SentReport sent, Sender sender, Problems problems) {
        ReportForm form = sent.form();
        check(form, problems);
        List<ReportAnswer> answers = answers(form.category(), sent.answers(), problems);
        Place place = places.of(form, problems);
        checkReporter(form, problems);
        return new Report(
                sent.key(sender),
                sender.channel(),
                null,
                orNull(form.category()),
                null,
                form.text(),
                place.gridCode(),
                place.longitude(),
                place.latitude(),
                place.address(),
                orNull(form.reporterName()),
                orNull(form.contact()),
                sender.login(),
                isOnSpot(form) ? form.onSpotResult() : null,
                clock.instant(),
                orNull(form.emergencyLine())).answering(answers);
    }

    private List<ReportAnswer> answers(String category, SentAnswers sent, Problems problems) {
        var given = questions.read(category, sent.values(), sent.complete());
        given.problems().forEach((code, why) -> problems.add(SentAnswers.field(category, code), why));
        return given.answers();
    }

    private void check(ReportForm form, Problems problems) {
        if (!SubmissionKey.isValid(form.submissionKey())) {
            problems.add("send", "页面已过期，请核对内容后再提交一次");
        }
        if (!form.category().isEmpty() && categories.find(form.category()).isEmpty()) {
            problems.add("category", "没有这个类别，请重新选择；拿不准可以选“不清楚”");
        }
        problems.requireText("text", "发生了什么", form.text(), SHORTEST_TEXT, LONGEST_TEXT);
    }

    private static void checkReporter(ReportForm form, Problems problems) {
        problems.allowText("reporterName", form.reporterName(), LONGEST_NAME);
        if (!form.contact().isEmpty() && !Phone.isValid(form.contact())) {
            problems.add("contact", "请填 11 位手机号，或带区号的座机号，例如 0391-7212345；也可以不填");
        }
        if (isOnSpot(form)) {
            problems.requireText("onSpotResult", "办理结果", form.onSpotResult(), 2, LONGEST_RESULT);
        }
    }

    private static boolean isOnSpot(ReportForm form) {
        return "true".equals(form.onSpot());
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
