package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReport;
import static io.gridloop.cases.CaseWalk.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.transaction.support.TransactionTemplate;

@CasesTest
class ReportingTests {

    @Autowired
    private Reporting reporting;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void makesACaseAndSaysSo(AssertablePublishedEvents events) {
        var receipt = reporting.accept(aReport());

        assertThat(receipt.repeated()).isFalse();
        assertThat(CaseNumber.valid(receipt.caseNumber())).isTrue();
        assertThat(walk.view(receipt.caseId()).state()).isEqualTo(CaseState.REPORTED);
        assertThat(events.ofType(CaseReported.class))
                .containsExactly(new CaseReported(receipt.caseId(), receipt.caseNumber(), 1));
    }

    @Test
    void answersARepeatedSubmissionWithTheFirstReceipt(AssertablePublishedEvents events) {
        var report = aReport();
        var first = reporting.accept(report);
        var second = reporting.accept(report);

        assertThat(second.repeated()).isTrue();
        assertThat(second.receiptCode()).isEqualTo(first.receiptCode());
        assertThat(events.ofType(CaseReported.class)).hasSize(1);
    }

    @Test
    void makesOneCaseOfManySubmissionsAtTheSameTime() throws Exception {
        var report = aReport();
        var start = new CountDownLatch(1);
        var receipts = new ArrayList<Receipt>();
        try (var threads = Executors.newFixedThreadPool(12)) {
            var all = new ArrayList<Future<Receipt>>();
            for (int i = 0; i < 12; i++) {
                all.add(threads.submit(() -> {
                    start.await();
                    return reporting.accept(report);
                }));
            }
            start.countDown();
            for (var each : all) {
                receipts.add(each.get());
            }
        }
        assertThat(receipts).extracting(Receipt::caseId).containsOnly(receipts.getFirst().caseId());
        assertThat(receipts).filteredOn(it -> !it.repeated()).hasSize(1);
    }

    @Test
    void leavesNothingBehindWhenItsTransactionFails() {
        var report = aReport();
        transaction.executeWithoutResult(status -> {
            reporting.accept(report);
            status.setRollbackOnly();
        });
        assertThat(jdbc.sql("select count(*) from grid_case where submission_key = ?").param(report.submissionKey())
                .query(Long.class).single())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatCannotBeStored(String field, Report report) {
        assertThatThrownBy(() -> reporting.accept(report))
                .isInstanceOfSatisfying(InvalidReportException.class, problem -> {
                    assertThat(problem.field()).isEqualTo(field);
                    assertThat(problem.getMessage()).matches(".*\\p{IsHan}.*");
                });
    }

    static Stream<Arguments> refusesWhatCannotBeStored() {
        return Stream.of(
                wrong("category", with(aReport(), "99-99", null, "内容", null)),
                wrong("gridCode", with(aReport(), null, "G9999", "内容", null)),
                wrong("text", with(aReport(), null, null, "  ", null)),
                wrong("text", with(aReport(), null, null, "字".repeat(10_000), null)),
                wrong("text", with(aReport(), null, null, "含\u0000空字符", null)),
                wrong("text", with(aReport(), null, null, "反\u202E向", null)),
                wrong("onSpotResult", with(aReport(), null, null, "内容", "字".repeat(2_001))),
                wrong("longitude", at(Double.NaN, 35.0)),
                wrong("longitude", at(113.0, Double.POSITIVE_INFINITY)),
                wrong("longitude", at(113.0, null)));
    }

    @Test
    void keepsTextThatOnlyLooksDangerous() {
        var text = "<script>alert(1)</script> =cmd|' /C calc'!A0 '; drop table grid_case; -- ${7*7}";
        long caseId = reporting.accept(with(aReport(), null, null, text, null)).caseId();
        assertThat(walk.view(caseId).text()).isEqualTo(text);
    }

    private static Arguments wrong(String field, Report report) {
        return Arguments.arguments(field, report);
    }

    private static Report at(@Nullable Double longitude, @Nullable Double latitude) {
        var it = aReport();
        return new Report(it.submissionKey(), it.channel(), null, null, null, it.text(), null, longitude, latitude,
                null, null, null,
                null, null, it.receivedAt());
    }
}
