package io.gridloop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.gridloop.GridloopApplication;
import io.gridloop.PostgresForTests;
import io.gridloop.bridge.ProcessTest;
import io.gridloop.cases.CasePages;
import io.gridloop.cases.CaseState;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.SourceChannel;
import io.gridloop.cases.Tasks;
import io.gridloop.local.PortUse;
import io.gridloop.local.SharedPlatform;
import io.gridloop.process.models.ModelFiles;
import io.gridloop.process.reconcile.ReconcileNow;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Everything that the runbook for administrators says of Operate, done in Operate; the pictures are the runbook's. */
@Tag("proof")
@ProcessTest
@SpringBootTest(classes = GridloopApplication.class, properties = {"gridloop.territory.sample=true",
        "gridloop.process.reconciler.every=1h", "gridloop.process.reconciler.idle-after=0s"})
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ReconcileNow.class})
@DirtiesContext
class OperateRunbookIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String MAIN = "GridCaseProcess";
    private static final String LEADER = "wangchunsheng";
    private static final String WORKER = "lilijuan";
    private static final Map<String, String> ACCEPT = Map.of("decision", "accept", "handlingLevel", "community");

    @Autowired
    CamundaProcessTestContext engine;

    @Autowired
    CamundaClient client;

    @Autowired
    Reporting reporting;

    @Autowired
    CasePages pages;

    @Autowired
    Tasks tasks;

    @Autowired
    ReconcileNow reconciler;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    @Test
    void correctsAVariableAndRetriesTheIncident() {
        inOperate(webapps -> {
            var receipt = report(null, null);
            var key = key(receipt, "Task_ClassifyCase");
            client.newSetVariablesCommand(key).variables(Map.of("handledOnSpot", "不清楚")).execute();
            answer(receipt, "handongsheng", "Task_ClassifyCase", Map.of("category", "01-02", "gridCode", "G0101"));

            Page page = webapps.operate(key);
            awaitText(page, "Incident");
            page.getByText("Incident occurred").first().click();
            assertThat(page.locator("body")).containsText("handledOnSpot");
            Pictures.take(page, "operate-incident");
            page.getByText("Incident occurred").first().click();

            button(page, "Edit variable handledOnSpot").click();
            page.getByTestId("edit-variable-value").fill("false");
            Pictures.take(page, "operate-variable");
            button(page, "Save variable").click();
            assertThat(button(page, "Edit variable handledOnSpot"))
                    .isVisible(new IsVisibleOptions().setTimeout(PATIENCE.toMillis()));
            page.getByTestId("retry-operation").first().click();

            awaitDesk(receipt, "Task_AcceptCase");
            assertThat(view(receipt).state()).isEqualTo(CaseState.ACCEPTING);
            assertThat(view(receipt).run()).isEqualTo(1);
            noIncident(key);
        });
    }

    @Test
    void movesTheTokenToTheRegistrationWhichLeadsBackToTheStepOfTheCase() {
        inOperate(webapps -> {
            var receipt = report("01-02", "G0101");
            var key = key(receipt, "Task_AcceptCase");
            setState(receipt, "VERIFYING");
            answer(receipt, LEADER, "Task_AcceptCase", ACCEPT);
            Page page = webapps.operate(key);
            awaitText(page, "Incident");
            setState(receipt, "ACCEPTING");

            page.getByTestId("enter-modification-mode").click();
            button(page, "Continue").click();
            page.locator("[data-element-id=Task_CheckAcceptance]").first().click();
            page.locator("button:has-text('Move')").first().click();
            page.locator("[data-element-id=Task_RegisterCase]").first().click();
            Pictures.take(page, "operate-modify");
            button(page, "Apply Modifications").click();
            page.locator(".cds--modal.is-visible, [role=dialog]").getByRole(AriaRole.BUTTON,
                    new Locator.GetByRoleOptions().setName("Apply").setExact(true)).click();

            awaitDesk(receipt, "Task_AcceptCase");
            assertThat(view(receipt).state()).isEqualTo(CaseState.ACCEPTING);
            assertThat(view(receipt).processInstanceKey()).isEqualTo(key);
            noIncident(key);
        });
    }

    @Test
    void cancelsAnInstanceWhoseCaseComesBackWhereItWas() {
        inOperate(webapps -> {
            var receipt = report("01-02", "G0101");
            var key = key(receipt, "Task_AcceptCase");
            answer(receipt, LEADER, "Task_AcceptCase", ACCEPT);
            awaitDesk(receipt, "Task_HandleCase");
            Page page = webapps.operate(key);
            page.getByTestId("cancel-operation").click();
            Pictures.take(page, "operate-cancel");
            button(page, "Apply").click();

            await().pollInSameThread().atMost(PATIENCE).until(() -> {
                reconciler.compare();
                return view(receipt).run() == 2;
            });
            awaitDesk(receipt, "Task_HandleCase");
            var now = awaitCase(receipt, it -> it.processInstanceKey() != null);
            assertThat(now.state()).isEqualTo(CaseState.HANDLING);
            Page again = webapps.operate(Objects.requireNonNull(now.processInstanceKey()));
            awaitText(again, "Call_HandleCase", "办理案件");
            Pictures.take(again, "operate-back");
        });
    }

    @Test
    void migratesARunningInstanceToANewVersion() {
        inOperate(webapps -> {
            var receipt = report("01-02", "G0101");
            var key = key(receipt, "Task_AcceptCase");
            int before = version();
            publish("GridCaseProcess.bpmn", "name=\"受理案件\"", "name=\"受理这件案件\"");
            int after = await().atMost(PATIENCE).until(this::version, now -> now > before);

            Page page = webapps.operate(MAIN, before, "Task_AcceptCase");
            awaitText(page, String.valueOf(key));
            page.locator("tr:has-text('" + key + "') label").first().click();
            button(page, "Migrate").click();
            button(page, "Continue").click();
            page.locator("#targetProcess").click();
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("网格案件闭环处置")).first().click();
            Pictures.take(page, "operate-migrate");
            migrate(key, after);

            Page there = webapps.operate(key);
            awaitText(there, "受理这件案件");
            Pictures.take(there, "operate-migrated");
            answer(receipt, LEADER, "Task_AcceptCase", ACCEPT);
            awaitDesk(receipt, "Task_HandleCase");
            assertThat(
                    jdbc.sql("select process_version from case_task where case_id = ? and element = 'Task_AcceptCase'")
                            .param(receipt.caseId()).query(Integer.class).single())
                    .as("of when it was opened").isEqualTo(before);
            assertThat(after).isEqualTo(before + 1);
        });
    }

    /** By the engine's API: what Operate's page sends maps no start event of an event subprocess, and is refused. */
    private void migrate(long key, int version) {
        var target = client.newProcessDefinitionSearchRequest()
                .filter(it -> it.processDefinitionId(MAIN).version(version)).execute().singleItem();
        client.newMigrateProcessInstanceCommand(key).migrationPlan(target.getProcessDefinitionKey())
                .addMappingInstruction("Task_AcceptCase", "Task_AcceptCase")
                .addMappingInstruction("StartEvent_CaseWithdrawn", "StartEvent_CaseWithdrawn").execute();
    }

    private interface Step {
        void in(Webapps webapps) throws Exception;
    }

    private static void inOperate(Step step) {
        try (Playwright playwright = Browsers.playwright()) {
            var launched = Browsers.launch(playwright);
            assumeTrue(launched.isPresent(), "no browser on this machine");
            try (Browser browser = launched.get()) {
                step.in(new Webapps(browser, SharedPlatform.get().settings().url(PortUse.WEBAPPS)));
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Operate shows what it has imported; looks again until it has one of these. */
    private static void awaitText(Page page, String... texts) {
        await().pollInSameThread().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).until(() -> {
            page.reload();
            page.waitForTimeout(1_500);
            var body = page.locator("body").innerText();
            return java.util.Arrays.stream(texts).anyMatch(body::contains);
        });
    }

    private void noIncident(long key) {
        await().atMost(PATIENCE).until(() -> client.newIncidentSearchRequest()
                .filter(it -> it.processInstanceKey(key)).execute().items().stream()
                .noneMatch(it -> it.getState().name().equals("ACTIVE")));
    }

    private Receipt report(@Nullable String category, @Nullable String grid) {
        return reporting.accept(new Report(UUID.randomUUID().toString(), SourceChannel.PATROL, null, category, null,
                "小区门口堆了很多垃圾，无人清理。", grid, null, null, null, null, null, WORKER, null, clock.instant()));
    }

    /** The instance of the case, once it waits at this task. */
    private long key(Receipt receipt, String element) {
        awaitDesk(receipt, element);
        return Objects.requireNonNull(view(receipt).processInstanceKey());
    }

    private void awaitDesk(Receipt receipt, String element) {
        await().pollInSameThread().atMost(PATIENCE).until(() -> task(receipt, element).isPresent());
    }

    private Optional<Long> task(Receipt receipt, String element) {
        return jdbc
                .sql("select element_instance_key from case_task where case_id = ? and element = ? and state = 'OPEN'")
                .params(receipt.caseId(), element).query(Long.class).optional();
    }

    private void answer(Receipt receipt, String login, String element, Map<String, ?> answer) {
        assertThat(tasks.answer(task(receipt, element).orElseThrow(), login, answer)).isEmpty();
    }

    private CaseView view(Receipt receipt) {
        return pages.byNumber(receipt.caseNumber()).orElseThrow();
    }

    private CaseView awaitCase(Receipt receipt, Predicate<CaseView> fact) {
        return await().atMost(PATIENCE).until(() -> view(receipt), fact);
    }

    private void setState(Receipt receipt, String state) {
        jdbc.sql("update grid_case set state = ? where id = ?").params(state, receipt.caseId()).update();
    }

    private int version() {
        return jdbc.sql("select (versions ->> ?)::int from model_deployment order by id desc limit 1").param(MAIN)
                .query(Integer.class).single();
    }

    /** A change through the designers' door: proposed by one, approved by another. */
    private void publish(String file, String from, String to) throws Exception {
        var shipped = new String(ModelFiles.shipped().get(file), UTF_8);
        var request = multipart("/models/proposals")
                .file(new MockMultipartFile("files", file, null, shipped.replace(from, to).getBytes(UTF_8)));
        request.param("note", "按县里的要求修改");
        var proposal = String.valueOf(send(request, "yuchengfeng"));
        send(post(proposal + "/approve"), "qiuyingying");
        await().atMost(PATIENCE).until(() -> web.perform(get(proposal).with(user("qiuyingying").roles("DESIGNER")))
                .andReturn().getResponse().getContentAsString(UTF_8).contains("已部署"));
    }

    private @Nullable String send(AbstractMockHttpServletRequestBuilder<?> request, String login) throws Exception {
        return web.perform(request.with(csrf()).with(user(login).roles("DESIGNER"))).andReturn().getResponse()
                .getRedirectedUrl();
    }
}
