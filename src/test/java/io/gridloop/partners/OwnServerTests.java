package io.gridloop.partners;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseDispatched;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.Withdrawing;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** The other body runs gridloop too: client and server are the same application, over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT, properties = {"gridloop.territory.sample=true",
        "camunda.client.worker.defaults.enabled=false", "camunda.client.grpc-address=http://127.0.0.1:1",
        "camunda.client.rest-address=http://127.0.0.1:1", "gridloop.process.reconciler.enabled=false",
        "gridloop.process.relay.enabled=false", "gridloop.partners-every=PT24H",
        "gridloop.open311.jurisdiction-id=county.example", "gridloop.open311.batch-services=01-06"})
@Import({PostgresForTests.class, CaseWalk.class})
class OwnServerTests {

    private static final String KEY = "gl_the-key-of-this-test";
    private static final int PORT = freePort();

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
        properties.add("server.port", () -> PORT);
        properties.add("gridloop.partners[0].department", () -> "urbanManagement");
        properties.add("gridloop.partners[0].address", () -> "http://127.0.0.1:%d/open311/v2".formatted(PORT));
        properties.add("gridloop.partners[0].api-key", () -> KEY);
        properties.add("gridloop.partners[0].jurisdiction-id", () -> "county.example");
        properties.add("gridloop.partners[0].services.01-02", () -> "01-02");
        properties.add("gridloop.partners[0].default-service", () -> "01-06");
        properties.add("gridloop.partners[0].plain-http", () -> "true");
    }

    @BeforeEach
    void aKeyAndNothingThatWaits() {
        jdbc.sql("delete from partner_request").update();
        jdbc.sql("""
                insert into api_key (key_hash, label, requests_per_minute, created_by, created_at)
                values (encode(sha256(convert_to(?, 'UTF8')), 'hex'), '测试', 600, 'caojiayi', now())
                on conflict do nothing""").param(KEY).update();
    }

    @Test
    void aCaseOfTheDepartmentBecomesOneOverThere() {
        long caseId = walk.waitingForSignature();
        sender.sendDue();
        sender.sendDue();
        var over = overThere(caseId);
        assertThat(over).hasSize(1);
        var text = jdbc.sql("select text from grid_case where id = ?").param(over.getFirst()).query(String.class)
                .single();
        assertThat(text).contains("[" + number(caseId) + "]", "垃圾成堆").doesNotContain("李某", "13812345678");
        assertThat(jdbc.sql("select category from grid_case where id = ?").param(over.getFirst()).query(String.class)
                .single()).isEqualTo("01-02");
        assertThat(said(caseId)).containsExactly("外部单位进展：已收到，对方编号%s。".formatted(
                walk.view(over.getFirst()).caseNumber()));
    }

    @Test
    void aReportWhoseAnswerGotLostIsFoundAgain() {
        long caseId = walk.waitingForSignature();
        sender.sendDue();
        jdbc.sql("update partner_request set stage = 'WAITING', service_id = null, due_at = now()").update();
        sender.sendDue();
        assertThat(overThere(caseId)).hasSize(1);
        assertThat(jdbc.sql("select service_id from partner_request").query(String.class).single())
                .isEqualTo(walk.view(overThere(caseId).getFirst()).caseNumber());
    }

    @Test
    void whatHappensOverThereComesBackAndItsEndTellsTheHandler() {
        long caseId = walk.waitingForSignature();
        sender.sendDue();
        long over = overThere(caseId).getFirst();
        walk.register(over);
        withdrawing.withdraw(walk.receiptCode(over), "");
        ask();
        ask();
        assertThat(said(caseId)).containsOnlyOnce("外部单位进展：您撤回了这件事，工作人员不再办理。");
        walk.closeWithdrawn(over);
        ask();
        assertThat(said(caseId)).last().asString().startsWith("外部单位进展：对方已办结。");
        assertThat(jdbc.sql("select count(*) from staff_message where case_id = ? and occasion like 'partnerClosed%'")
                .param(caseId).query(Integer.class).single()).isEqualTo(1);
        assertThat(jdbc.sql("select state from grid_case where id = ?").param(caseId).query(String.class).single())
                .isEqualTo("HANDLING");
    }

    @Test
    void aServiceThatAnswersWithATokenGivesTheNumberLater() {
        long caseId = walk.beingHandled();
        transactions.executeWithoutResult(status -> events.publishEvent(new CaseDispatched(caseId, number(caseId),
                "a visit", "urbanManagement", null, "路边垃圾堆了三天", "第一网格", null, null)));
        sender.sendDue();
        assertThat(jdbc.sql("select token from partner_request where service_id is null").query(String.class).single())
                .hasSize(32);
        long over = overThere(caseId).getFirst();
        walk.register(over);
        due();
        sender.sendDue();
        assertThat(jdbc.sql("select service_id from partner_request").query(String.class).single())
                .isEqualTo(walk.view(over).caseNumber());
    }

    private List<Long> overThere(long caseId) {
        return jdbc.sql("select id from grid_case where text like ?").param("%[" + number(caseId) + "]%")
                .query(Long.class).list();
    }

    private String number(long caseId) {
        return walk.view(caseId).caseNumber();
    }

    private List<String> said(long caseId) {
        return walk.view(caseId).history().stream().filter(it -> it.element().equals("Partner"))
                .map(CaseView.Entry::internalText).map(String::valueOf).toList();
    }

    private void ask() {
        due();
        updates.askDue();
    }

    private void due() {
        jdbc.sql("update partner_request set due_at = now() - interval '1 s' where due_at is not null").update();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
