package io.gridloop.cases;

import io.gridloop.territory.Territory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
    private final CaseAnswers answers;
    private final SimilarCases similar;
    private final Territory territory;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final CasesProperties properties;
    private final Clock clock;

    Reporting(
            Cases cases,
            History history,
            ReportCheck check,
            CaseAnswers answers,
            SimilarCases similar,
            Territory territory,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            CasesProperties properties,
            Clock clock) {
        this.cases = cases;
        this.history = history;
        this.check = check;
        this.answers = answers;
        this.similar = similar;
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
     * @throws KeyReusedException when its program has used the submission key for other content
     */
    @Transactional
    public Receipt accept(Report report) {
        check.refuseInvalid(report);
        waitForTheSameSubmission(report.submissionKey());
        return cases.findByOriginSubmissionKey(report.submissionKey())
                .map(it -> again(it, report))
                .orElseGet(() -> receipt(open(report), false));
    }

    /** The receipt of what was accepted under a submission key, whatever has changed in the county since. */
    @Transactional(readOnly = true)
    public Optional<Receipt> accepted(String submissionKey) {
        return cases.findByOriginSubmissionKey(submissionKey).map(it -> receipt(it, true));
    }

    /**
     * Makes cases of imported reports, in one transaction: cases, histories and {@link CasesImported}. A report whose
     * submission key is known, or came before in the same list, makes nothing.
     *
     * @return how many became cases now
     * @throws InvalidReportException when a field of one of them cannot be stored; then none is
     */
    @Transactional
    public int acceptAll(List<Report> reports) {
        reports.forEach(check::refuseInvalid);
        var known = knownKeys(reports);
        var fresh = reports.stream().filter(report -> known.add(report.submissionKey())).toList();
        if (!fresh.isEmpty()) {
            open(fresh);
        }
        return fresh.size();
    }

    /** Locks as {@link #waitForTheSameSubmission} does, all keys in one order, so that two imports do not deadlock. */
    private Set<String> knownKeys(List<Report> reports) {
        var keys = reports.stream().map(Report::submissionKey).distinct().sorted().toArray(String[]::new);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('report:' || key, 0)) from unnest(?) key")
                .params((Object) keys)
                .query((row, i) -> i)
                .list();
        return jdbc.sql("select submission_key from grid_case where submission_key = any (?)")
                .params((Object) keys)
                .query(String.class)
                .set();
    }

    private void open(List<Report> reports) {
        var serials = jdbc.sql("select nextval('case_number_seq') from generate_series(1, ?)")
                .param(reports.size())
                .query(Long.class)
                .list();
        var actors = new HashMap<String, Actor>();
        var opened = new ArrayList<Case>();
        for (int i = 0; i < reports.size(); i++) {
            var report = reports.get(i);
            var actor = actors.computeIfAbsent(String.valueOf(report.reportedBy()), login -> reporter(report));
            opened.add(open(report, serials.get(i), actor));
        }
        cases.flush();
        keepReportersApart(opened, reports);
        IntStream.range(0, reports.size()).forEach(i -> answers.keep(opened.get(i).id(), reports.get(i).answers()));
        similar.link(opened);
        events.publishEvent(new CasesImported(
                opened.stream().map(it -> new CaseReported(it.id(), it.caseNumber(), it.run())).toList()));
    }

    private void keepReportersApart(List<Case> opened, List<Report> reports) {
        var named = IntStream.range(0, reports.size())
                .filter(i -> reports.get(i).reporterName() != null || reports.get(i).contact() != null)
                .boxed()
                .toList();
        if (!named.isEmpty()) {
            jdbc.sql("insert into case_reporter (case_id, name, contact) select * from unnest(?, ?, ?)")
                    .params(named.stream().map(i -> opened.get(i).id()).toArray(Long[]::new),
                            named.stream().map(i -> reports.get(i).reporterName()).toArray(String[]::new),
                            named.stream().map(i -> reports.get(i).contact()).toArray(String[]::new))
                    .update();
        }
    }

    /** A lock rather than a failed insert: a failed insert would spoil the caller's transaction. */
    private void waitForTheSameSubmission(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("report:" + key)
                .query((row, i) -> key)
                .list();
    }

    /**
     * Makes a case of one part of another, see {@link Splitting}. Returns its number. All is flushed before the next
     * part: inserts are sorted by table, and an entry must not come before its case.
     */
    String openPart(Case parent, Report report) {
        check.refuseInvalid(report);
        long serial = nextSerial();
        var it = open(report, serial, reporter(report));
        it.splitFrom(parent);
        history.write(it, "Page_Split", Actor.SYSTEM, null, "由案件%s拆分而来。".formatted(parent.caseNumber()));
        cases.flush();
        similar.link(List.of(it));
        events.publishEvent(new CaseReported(it.id(), it.caseNumber(), it.run()));
        return it.caseNumber();
    }

    private long nextSerial() {
        return jdbc.sql("select nextval('case_number_seq')").query(Long.class).single();
    }

    private Case open(Report report) {
        long serial = nextSerial();
        var it = open(report, serial, reporter(report));
        cases.flush();
        keepReporterApart(it, report);
        answers.keep(it.id(), report.answers());
        similar.link(List.of(it));
        events.publishEvent(new CaseReported(it.id(), it.caseNumber(), it.run()));
        return it;
    }

    private Case open(Report report, long serial, Actor reporter) {
        var number = CaseNumber.of(properties.numberPrefix(), LocalDate.now(clock).getYear(), serial);
        var it = cases.save(new Case(number, ReceiptCode.next(), report, clock.instant()));
        var received = "已收到您的反映，案件编号%s。".formatted(number);
        history.write(it, "StartEvent_CaseReported", reporter, received, "来源：" + source(report));
        return it;
    }

    private static String source(Report report) {
        var media = report.program() == null ? null : report.program().mediaUrl();
        return report.channel().label() + (media == null ? "" : "；附件链接（反映人提供，系统没有打开过）：" + media);
    }

    private void keepReporterApart(Case it, Report report) {
        if (report.reporterName() != null || report.contact() != null) {
            jdbc.sql("insert into case_reporter (case_id, name, contact) values (?, ?, ?)")
                    .params(it.id(), report.reporterName(), report.contact())
                    .update();
        }
    }

    private Actor reporter(Report report) {
        return Optional.ofNullable(report.reportedBy()).flatMap(territory::person).map(Actor::of)
                .orElse(Actor.REPORTER);
    }

    private static Receipt again(Case it, Report report) {
        if (!it.origin().isOf(report)) {
            throw new KeyReusedException();
        }
        return receipt(it, true);
    }

    private static Receipt receipt(Case it, boolean repeated) {
        return new Receipt(it.id(), it.caseNumber(), it.receiptCode(), repeated);
    }
}
