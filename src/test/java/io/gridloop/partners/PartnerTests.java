package io.gridloop.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseDispatched;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.Withdrawing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** The other side is a real HTTP server on this machine; the time of the next attempt is moved in the database. */
@SpringBootTest(properties = {"gridloop.territory.sample=true", "camunda.client.worker.defaults.enabled=false",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1",
        "gridloop.process.reconciler.enabled=false", "gridloop.process.relay.enabled=false",
        "gridloop.partners-every=PT24H"})
@AutoConfigureMockMvc
@Import({PostgresForTests.class, CaseWalk.class})
class PartnerTests {

    private static final String KEY = "a-secret-key";
    private static final ScriptedServer SERVER = new ScriptedServer();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PartnerSender sender;

    @Autowired
    PartnerUpdates updates;

    @Autowired
    CaseWalk walk;

    @Autowired
    Withdrawing withdrawing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transactions;

    @DynamicPropertySource
    static void partner(DynamicPropertyRegistry properties) {
        properties.add("gridloop.partners[0].department", () -> "urbanManagement");
        properties.add("gridloop.partners[0].address", () -> SERVER.url() + "/");
        properties.add("gridloop.partners[0].api-key", () -> KEY);
        properties.add("gridloop.partners[0].jurisdiction-id", () -> "city.example");
        properties.add("gridloop.partners[0].services.01-02", () -> "LITTER");
        properties.add("gridloop.partners[0].default-service", () -> "OTHER");
        properties.add("gridloop.partners[0].timeout", () -> "2s");
        properties.add("gridloop.partners[0].attempts", () -> "3");
        properties.add("gridloop.partners[0].plain-http", () -> "true");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void nothingWaits() {
        jdbc.sql("delete from partner_request").update();
        SERVER.forget();
    }

    @Test
    void sendsWhatTheSpecificationWantsAndNothingOfTheReporter() {
        var number = number(walk.waitingForSignature());
        SERVER.answers(200, "[{\"service_request_id\":\"SR-1\",\"service_notice\":\"\"}]");
        sender.sendDue();
        sender.sendDue();
        assertThat(SERVER.calls).hasSize(1);
        var call = SERVER.calls.getFirst();
        assertThat(call.method() + " " + call.path()).isEqualTo("POST /v2/requests.json");
        assertThat(call.fields()).containsEntry("api_key", KEY).containsEntry("service_code", "LITTER")
                .containsEntry("jurisdiction_id", "city.example");
        assertThat(call.fields().get("description")).contains("[" + number + "]", "垃圾成堆");
        assertThat(call.fields().get("address_string")).contains("一号楼旁");
        assertThat(call.fields().toString()).doesNotContain("李某", "13812345678");
    }

    @Test
    void theHistoryOfTheCaseHasTheNumberOverThere() {
        long caseId = walk.waitingForSignature();
        opened("SR-2");
        assertThat(said(caseId)).containsExactly("外部单位进展：已收到，对方编号SR-2。");
    }

    @Test
    void sendsNothingOfACaseThatWentToSomebodyElseMeanwhile() {
        long caseId = walk.waitingForSignature();
        transactions.executeWithoutResult(status -> events.publishEvent(new CaseDispatched(caseId, number(caseId),
                "another", "housing", "01-02", "路边垃圾", "第一网格", null, null)));
        sender.sendDue();
        assertThat(SERVER.calls).isEmpty();
        assertThat(stages()).containsExactly("ENDED");
    }

    @Test
    void sendsNothingOfACaseThatItsReporterTookBack() {
        long caseId = walk.waitingForSignature();
        assertThat(withdrawing.withdraw(walk.receiptCode(caseId), "")).isEmpty();
        sender.sendDue();
        assertThat(SERVER.calls).isEmpty();
        assertThat(stages()).containsExactly("ENDED");
    }

    @Test
    void leavesCasesOfOtherDepartmentsAlone() {
        walk.beingHandledTogether();
        assertThat(stages()).isEmpty();
    }

    @Test
    void looksForItBeforeItIsSentAgainWhenNoAnswerCame() {
        var number = number(walk.waitingForSignature());
        SERVER.neverAnswers();
        sender.sendDue();
        assertThat(problem()).contains("没有按时回答");
        SERVER.answers(200, "[{\"service_request_id\":7,\"description\":\"x\"},"
                + "{\"service_request_id\":8,\"description\":\"案件编号[%s]：…\"}]".formatted(number));
        due();
        sender.sendDue();
        assertThat(SERVER.methods()).containsExactly("POST", "GET");
        assertThat(SERVER.calls.getLast().fields().get("start_date")).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z");
        assertThat(serviceId()).isEqualTo("8");
    }

    @Test
    void isSentAgainWhenItIsNotThere() {
        walk.waitingForSignature();
        SERVER.answers(503, "").answers(200, "[]").answers(200, "[{\"service_request_id\":\"SR-3\"}]");
        sender.sendDue();
        due();
        sender.sendDue();
        assertThat(SERVER.methods()).containsExactly("POST", "GET", "POST");
        assertThat(serviceId()).isEqualTo("SR-3");
    }

    @Test
    void isNotSentAgainAsLongAsNobodyKnows() {
        walk.waitingForSignature();
        SERVER.answers(500, "").answers(500, "").answers(500, "");
        for (int i = 0; i < 4; i++) {
            sender.sendDue();
            due();
        }
        assertThat(SERVER.methods()).containsExactly("POST", "GET", "GET");
        assertThat(stages()).containsExactly("FAILED");
    }

    @Test
    void isSentAgainAtOnceWhenItClearlyDidNotArrive() {
        walk.waitingForSignature();
        SERVER.answers(429, "").answers(200, "[{\"service_request_id\":\"SR-4\"}]");
        sender.sendDue();
        sender.sendDue();
        assertThat(SERVER.calls).as("not before the pause is over").hasSize(1);
        due();
        sender.sendDue();
        assertThat(SERVER.methods()).containsExactly("POST", "POST");
        assertThat(serviceId()).isEqualTo("SR-4");
    }

    @Test
    void followsATokenToTheNumber() {
        walk.waitingForSignature();
        SERVER.answers(200, "[{\"token\":\"t/1\"}]").answers(200, "[{\"token\":\"t/1\",\"service_request_id\":null}]")
                .answers(200, "[{\"token\":\"t/1\",\"service_request_id\":\"SR-5\"}]");
        for (int i = 0; i < 3; i++) {
            sender.sendDue();
            due();
        }
        assertThat(SERVER.methods()).containsExactly("POST", "GET", "GET");
        assertThat(SERVER.calls.getLast().path()).isEqualTo("/v2/tokens/t%2F1.json");
        assertThat(serviceId()).isEqualTo("SR-5");
    }

    @Test
    void whatWasRefusedIsLeftAloneUntilAnAdministratorSendsItAgain() {
        walk.waitingForSignature();
        SERVER.answers(400, "[{\"code\":400,\"description\":\"service_code a-secret-key was not found\"}]");
        sender.sendDue();
        due();
        sender.sendDue();
        assertThat(SERVER.calls).hasSize(1);
        assertThat(page()).contains("发送失败", "对方回答400：service_code *** was not found").doesNotContain(KEY);
        SERVER.answers(200, "[{\"service_request_id\":\"SR-6\"}]");
        var id = jdbc.sql("select id from partner_request").query(String.class).single();
        assertThat(mvc.post().uri("/admin/partners/retry").param("id", id).with(user("caojiayi").roles("ADMIN"))
                .with(csrf()).exchange()).hasStatus3xxRedirection();
        sender.sendDue();
        assertThat(page()).contains("对方办理中", "SR-6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "99999999999999999999", "x' or 1=1"})
    void sendsNothingAgainThatIsNotThere(String id) {
        var answer = mvc.post().uri("/admin/partners/retry").param("id", id).with(user("caojiayi").roles("ADMIN"))
                .with(csrf()).exchange();
        assertThat(answer.getMvcResult().getFlashMap().get("done")).isEqualTo("没有这件发送失败的案件。");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "200 | <!DOCTYPE html><html><body>Welcome</body></html> | 对方回答的是网页",
            "200 | <?xml version=\"1.0\"?><service_requests/> | 对方只回答XML",
            "200 | {\"service_request_id\":\"SR-1\"} | 不是Open311的列表",
            "200 | SR-1 | 不是JSON",
            "200 | [] | 没有编号",
            "200 | [{\"service_request_id\":\"\"}] | 没有编号",
            "302 | [] | 对方要求跳转",
            "404 | <?xml version=\"1.0\"?><errors/> | 可能没有JSON",
            "404 | <html>Not found</html> | 对方回答404（网页）",
            "403 | [{\"code\":403,\"description\":\"bad key\"}] | 对方回答403：bad key"})
    void saysWhatIsWrongWithAnAnswer(int status, String body, String words) {
        walk.waitingForSignature();
        SERVER.answers(status, body);
        sender.sendDue();
        assertThat(problem()).contains(words);
        assertThat(SERVER.calls).hasSize(1);
    }

    @Test
    void breaksOffAnAnswerThatIsTooLong() {
        walk.waitingForSignature();
        SERVER.answers(200, "[\"" + "x".repeat(5_000_000) + "\"]");
        sender.sendDue();
        assertThat(problem()).contains("超过2 MB");
    }

    @Test
    void asksForSeveralWithOneCallAndForTheMissingAlone() {
        long first = walk.waitingForSignature();
        opened("SR-7");
        long second = walk.waitingForSignature();
        opened("SR-8");
        SERVER.forget();
        SERVER.answers(200, "[{\"service_request_id\":\"SR-7\",\"status\":\"open\",\"status_notes\":\"已派人\"}]")
                .answers(200, "[{\"service_request_id\":\"SR-8\",\"status\":\"open\",\"status_notes\":\"已排队\"}]");
        updates.askDue();
        assertThat(SERVER.calls).hasSize(2);
        assertThat(SERVER.calls.getFirst().fields().get("service_request_id").split(","))
                .containsExactlyInAnyOrder("SR-7", "SR-8");
        assertThat(SERVER.calls.getLast().path()).isEqualTo("/v2/requests/SR-8.json");
        assertThat(said(first)).contains("外部单位进展：已派人");
        assertThat(said(second)).contains("外部单位进展：已排队");
    }

    @Test
    void writesEachPieceOfNewsOnceMaskedAndCut() {
        long caseId = walk.waitingForSignature();
        opened("SR-9");
        var notes = "联系人13912345678\\u0000\\u202e" + "长".repeat(3_000);
        var open = "[{\"service_request_id\":\"SR-9\",\"status\":\"open\",\"status_notes\":\"%s\"}]".formatted(notes);
        SERVER.answers(200, open).answers(200, open);
        updates.askDue();
        due();
        updates.askDue();
        assertThat(said(caseId)).hasSize(2).last().satisfies(line -> assertThat(line)
                .startsWith("外部单位进展：联系人139****5678").hasSizeLessThanOrEqualTo(1_000));
    }

    @Test
    void anUpdateWithoutNewWordsIsToldAsOne() {
        long caseId = walk.waitingForSignature();
        opened("SR-12");
        for (var time : List.of("2026-11-23T18:00:00+08:00", "2026-11-24T18:00:00+08:00")) {
            SERVER.answers(200, """
                    [{"service_request_id":"SR-12","status":"open","status_notes":"已派人","updated_datetime":"%s"}]"""
                    .formatted(time));
            due();
            updates.askDue();
        }
        assertThat(said(caseId)).containsExactly("外部单位进展：已收到，对方编号SR-12。", "外部单位进展：已派人",
                "外部单位进展：对方有更新，没有新的说明。");
    }

    @Test
    void theEndOverThereTellsTheHandlerAndLeavesTheCaseOpen() {
        long caseId = walk.waitingForSignature();
        opened("SR-10");
        SERVER.answers(200, "[{\"service_request_id\":\"SR-10\",\"status\":\"closed\",\"status_notes\":\"已清运\"}]");
        updates.askDue();
        due();
        updates.askDue();
        assertThat(said(caseId)).contains("外部单位进展：对方已办结。已清运");
        assertThat(jdbc.sql("select count(*) from staff_message where case_id = ? and occasion like 'partnerClosed%'")
                .param(caseId).query(Integer.class).single()).isEqualTo(1);
        assertThat(jdbc.sql("select state from grid_case where id = ?").param(caseId).query(String.class).single())
                .isEqualTo("HANDLING");
        assertThat(SERVER.methods()).as("what is closed is not asked for again").containsExactly("POST", "GET");
    }

    @Test
    void goesOnAskingAfterAnErrorAndShowsIt() {
        walk.waitingForSignature();
        opened("SR-11");
        SERVER.answers(500, "").answers(200,
                "[{\"service_request_id\":\"SR-11\",\"status\":\"open\",\"status_notes\":\"已派人\"}]");
        updates.askDue();
        assertThat(problem()).contains("对方回答500");
        due();
        updates.askDue();
        assertThat(problem()).isEmpty();
    }

    @Test
    void onlyAdministratorsSeeThePageAndNobodySeesTheKey() {
        assertThat(page()).contains(SERVER.url()).doesNotContain(KEY);
        assertThat(mvc.get().uri("/admin/partners").with(user("wangchunsheng").roles("LEADER")).exchange())
                .hasStatus(403);
        assertThat(mvc.get().uri("/admin/partners?page=x").with(user("caojiayi").roles("ADMIN")).exchange())
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://city.example/v2", "ftp://city.example", "https://user:word@city.example/v2",
            "https://city.example/v2?x=1", "https://city.example/#x", "/v2"})
    void anAddressThatCannotBeStopsTheStart(String address) {
        assertThatThrownBy(() -> aPartner(address)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gridloop.partners");
    }

    @Test
    void theKeyOfASettingIsNotWrittenOut() {
        var partner = aPartner("https://city.example/v2/");
        assertThat(partner.toString()).doesNotContain(KEY);
        assertThat(partner.base()).isEqualTo("https://city.example/v2");
        assertThatThrownBy(() -> new PartnersProperties(List.of(partner, partner)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Partner aPartner(String address) {
        return new Partner("urbanManagement", URI.create(address), KEY, null, Map.of(), "OTHER",
                Duration.ofMinutes(10), Duration.ofSeconds(15), 25, false);
    }

    private void opened(String serviceId) {
        SERVER.answers(200, "[{\"service_request_id\":\"%s\"}]".formatted(serviceId));
        sender.sendDue();
    }

    private String number(long caseId) {
        return walk.view(caseId).caseNumber();
    }

    private List<String> said(long caseId) {
        return walk.view(caseId).history().stream().filter(it -> it.element().equals("Partner"))
                .map(CaseView.Entry::internalText).map(String::valueOf).toList();
    }

    private void due() {
        jdbc.sql("update partner_request set due_at = now() - interval '1 s' where due_at is not null").update();
    }

    private List<String> stages() {
        return jdbc.sql("select stage from partner_request order by id").query(String.class).list();
    }

    private String problem() {
        return jdbc.sql("select coalesce(problem, '') from partner_request").query(String.class).single();
    }

    private String serviceId() {
        return jdbc.sql("select service_id from partner_request").query(String.class).single();
    }

    private String page() {
        var body = mvc.get().uri("/admin/partners").with(user("caojiayi").roles("ADMIN")).exchange().getResponse();
        return new String(body.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
