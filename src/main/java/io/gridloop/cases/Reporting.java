package io.gridloop.cases;

import io.gridloop.territory.Territory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes reports in. */
@Service
public class Reporting {

    /** Longest text of a report, in characters. */
    public static final int MAX_TEXT = 8_000;

    private final Cases cases;
    private final History history;
    private final ReportCheck check;
    private final Territory territory;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final CasesProperties properties;
    private final Clock clock;

    Reporting(
            Cases cases,
            History history,
            ReportCheck check,
            Territory territory,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            CasesProperties properties,
            Clock clock) {
        this.cases = cases;
        this.history = history;
        this.check = check;
        this.territory = territory;
        this.jdbc = jdbc;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Makes a case of a report: case, history and {@link CaseReported} in one transaction.
     * The same submission key again, also at the same time, returns the first receipt and changes nothing.
     *
     * @throws InvalidReportException when a field cannot be stored; its message is Chinese and can be shown
     */
    @Transactional
    public Receipt accept(Report report) {
        check.refuseInvalid(report);
        waitForTheSameSubmission(report.submissionKey());
        return cases.findByOriginSubmissionKey(report.submissionKey())
                .map(it -> receipt(it, true))
                .orElseGet(() -> receipt(open(report), false));
    }

    /** A lock rather than a failed insert: a failed insert would spoil the caller's transaction. */
    private void waitForTheSameSubmission(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("report:" + key)
                .query((row, i) -> key)
                .list();
    }

    private Case open(Report report) {
        long serial = jdbc.sql("select nextval('case_number_seq')").query(Long.class).single();
        var number = CaseNumber.of(properties.numberPrefix(), LocalDate.now(clock).getYear(), serial);
        var it = cases.save(new Case(number, ReceiptCode.next(), report, clock.instant()));
        keepReporterApart(it, report);
        var received = "已收到您的反映，案件编号%s。".formatted(number);
        history.write(it, "StartEvent_CaseReported", reporter(report), received, "来源：" + report.channel().label());
        events.publishEvent(new CaseReported(it.id(), number, it.run()));
        return it;
    }

    private void keepReporterApart(Case it, Report report) {
        if (report.reporterName() != null || report.contact() != null) {
            cases.flush();
            jdbc.sql("insert into case_reporter (case_id, name, contact) values (?, ?, ?)")
                    .params(it.id(), report.reporterName(), report.contact())
                    .update();
        }
    }

    private Actor reporter(Report report) {
        return Optional.ofNullable(report.reportedBy()).flatMap(territory::person).map(Actor::of)
                .orElse(Actor.REPORTER);
    }

    private static Receipt receipt(Case it, boolean repeated) {
        return new Receipt(it.id(), it.caseNumber(), it.receiptCode(), repeated);
    }
}
