package io.gridloop.stories;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import io.camunda.process.test.api.assertions.UserTaskSelector;
import io.gridloop.GridloopApplication;
import io.gridloop.PostgresForTests;
import io.gridloop.bridge.ProcessTest;
import io.gridloop.cases.CasePages;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.SourceChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * What every story of a case needs: a report through the real door, people's answers, the engine's and PostgreSQL's
 * view of it. What a story saw completed or terminated is kept, so that the last word is whether every element was
 * reached.
 */
@ProcessTest
@SpringBootTest(classes = GridloopApplication.class, properties = {
        "gridloop.territory.sample=true",
        "gridloop.cases.on-spot-sample-percent=50",
        "gridloop.process.reconciler.enabled=false"
})
@Import(PostgresForTests.class)
abstract class AbstractCaseStory {

    static final Set<String> REACHED = new TreeSet<>();

    static final String GARBAGE = "01-02";
    static final String OTHER = "12-01";
    static final String GRID = "G0101";
    static final Map<String, String> ACCEPT = Map.of("decision", "accept", "handlingLevel", "community");
    static final Map<String, String> ACCEPT_FOR_COUNTY = Map.of("decision", "accept", "handlingLevel", "county");
    static final Map<String, String> SIGN = Map.of("decision", "sign");
    static final Map<String, String> DONE = Map.of("decision", "done", "result", "已清理完毕并冲洗路面。");
    static final Map<String, String> PASS = Map.of("decision", "pass", "opinion", "现场查看，已经解决。");

    @Autowired
    CamundaProcessTestContext engine;

    @Autowired
    CamundaClient client;

    @Autowired
    Reporting reporting;

    @Autowired
    CasePages pages;

    @Autowired
    Clock clock;

    Receipt aReportedCase(@Nullable String category, @Nullable String gridCode) {
        return report(category, gridCode, null);
    }

    Receipt aCaseHandledOnTheSpot() {
        return report(GARBAGE, GRID, "巡查中已当场清理。");
    }

    private Receipt report(@Nullable String category, @Nullable String gridCode, @Nullable String onSpotResult) {
        return reporting.accept(new Report(
                UUID.randomUUID().toString(),
                SourceChannel.PATROL,
                null,
                category,
                null,
                "小区门口堆了很多垃圾，无人清理。",
                gridCode,
                null,
                null,
                null,
                null,
                null,
                "lilijuan",
                onSpotResult,
                clock.instant()));
    }

    /** The person whose task it is answers; the name of the answer's variable follows from the task. */
    void answer(String task, String variable, Map<String, ?> answer) {
        assertThat(open(task)).isCreated();
        engine.completeUserTask(open(task), Map.of(variable, answer));
    }

    /** The open task of this element; earlier rounds of it are over. */
    static UserTaskSelector open(String element) {
        return task -> element.equals(task.getElementId()) && task.getState() == UserTaskState.CREATED;
    }

    static UserTaskSelector open(String element, long processInstanceKey) {
        return task -> open(element).test(task) && task.getProcessInstanceKey() == processInstanceKey;
    }

    void accept(Map<String, ?> answer) {
        answer("Task_AcceptCase", "acceptance", answer);
    }

    void sign(Map<String, ?> answer) {
        answer("Task_SignForCase", "signing", answer);
    }

    void handle(Map<String, ?> answer) {
        answer("Task_HandleCase", "handling", answer);
    }

    void verify(Map<String, ?> answer) {
        answer("Task_VerifyCase", "verification", answer);
    }

    void assign(Map<String, ?> answer) {
        answer("Task_AssignUnit", "assignment", answer);
    }

    void supervise(Map<String, ?> answer) {
        answer("Task_SuperviseOverdue", "supervision", answer);
    }

    /** What a handler replies to an order of supervision. */
    Map<String, ?> aReply() {
        return Map.of("done", "已联系清运车辆，明天上午清完。", "finishOn",
                LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(1).toString());
    }

    ProcessInstanceAssert theCase() {
        return assertThat(byProcessId("GridCaseProcess"));
    }

    ProcessInstanceAssert process(String id) {
        return assertThat(byProcessId(id));
    }

    void completed(ProcessInstanceAssert process, String... elements) {
        process.hasCompletedElements(elements);
        REACHED.addAll(Arrays.asList(elements));
    }

    CaseView view(Receipt receipt) {
        return pages.byNumber(receipt.caseNumber()).orElseThrow();
    }

    /** Waits until PostgreSQL says so; the worker commits before the engine goes on. */
    CaseView awaitCase(Receipt receipt, Predicate<CaseView> fact) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> view(receipt), fact);
    }
}
