package io.gridloop.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.Program;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.SourceChannel;
import io.gridloop.cases.Withdrawing;
import io.gridloop.security.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** News go to a real HTTP server on this machine; the time of the next attempt is moved in the database. */
@SpringBootTest(properties = {"gridloop.territory.sample=true", "camunda.client.worker.defaults.enabled=false",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1",
        "gridloop.process.reconciler.enabled=false", "gridloop.process.relay.enabled=false",
        "gridloop.webhooks.every=PT24H", "gridloop.webhooks.plain-http=true", "gridloop.webhooks.attempts=3"})
@AutoConfigureMockMvc
@Import({PostgresForTests.class, CaseWalk.class, TestKeys.class})
class WebhookTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    WebhookSender sender;

    @Autowired
    Reporting reporting;

    @Autowired
    Withdrawing withdrawing;

    @Autowired
    TestKeys keys;

    @Autowired
    JdbcClient jdbc;

    private Receiver receiver;
    private String key;
    private String secret;

    @BeforeEach
    void aProgramThatListens() throws Exception {
        jdbc.sql("update webhook_news set due_at = null").update();
        receiver = new Receiver();
        key = keys.create(60);
        secret = created();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void whatHappensToItsCaseIsToldSignedAndOnce() throws Exception {
        var number = report();
        sender.sendDue();
        sender.sendDue();
        assertThat(receiver.received).hasSize(1);
        var it = receiver.received.getFirst();
        var id = it.header("webhook-id");
        var timestamp = it.header("webhook-timestamp");
        assertThat(Long.parseLong(timestamp)).isCloseTo(Instant.now().getEpochSecond(),
                org.assertj.core.data.Offset.offset(60L));
        assertThat(it.header("webhook-signature")).isEqualTo(signed(id + "." + timestamp + ".", it.body()));
        assertThat(it.header("content-type")).isEqualTo("application/json");
        var told = json(it);
        assertThat(told.fieldNames()).toIterable().containsExactly("type", "timestamp", "data");
        assertThat(told.get("type").asText()).isEqualTo("case.updated");
        assertThat(told.at("/data/caseNumber").asText()).isEqualTo(number);
        assertThat(told.toString()).doesNotContain("李某", "13812345678");
    }

    @Test
    void severalNewsThatWereNotToldYetAreToldTogether() throws Exception {
        report();
        withdraw();
        sender.sendDue();
        assertThat(receiver.received).hasSize(1);
        assertThat(json(receiver.received.getFirst()).at("/data/notes")).hasSizeGreaterThan(1);
    }

    @Test
    void whatHappensWhileItIsBeingToldIsToldAfterwards() throws Exception {
        report();
        receiver.meanwhile = () -> {
            receiver.meanwhile = () -> {
            };
            withdraw();
        };
        sender.sendDue();
        assertThat(receiver.received).hasSize(2);
        assertThat(json(receiver.received.getLast()).at("/data/notes").size())
                .isGreaterThan(json(receiver.received.getFirst()).at("/data/notes").size());
        assertThat(receiver.received.stream().map(it -> it.header("webhook-id")).distinct()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 404, 302, 429})
    void whatWasRefusedIsTriedAgainUnderTheSameId(int answer) {
        report();
        receiver.answer = answer;
        sender.sendDue();
        sender.sendDue();
        assertThat(receiver.received).as("not before the pause is over").hasSize(1);
        assertThat(page()).contains("1 件：对方回答" + answer);
        receiver.answer = 200;
        pauseIsOver();
        sender.sendDue();
        assertThat(receiver.received.stream().map(it -> it.header("webhook-id")).distinct()).hasSize(1);
        assertThat(receiver.received).hasSize(2);
        assertThat(page()).contains("0 件").doesNotContain("对方回答" + answer);
    }

    @Test
    void whoNeverAnswersIsLeftAloneUntilSomethingNewHappens() {
        report();
        receiver.answer = 500;
        for (int i = 0; i < 5; i++) {
            sender.sendDue();
            pauseIsOver();
        }
        assertThat(receiver.received).hasSize(3);
        receiver.answer = 200;
        withdraw();
        sender.sendDue();
        assertThat(receiver.received).hasSize(4);
    }

    @Test
    void anAddressThatIsAwayIsTriedAgain() {
        report();
        receiver.close();
        sender.sendDue();
        assertThat(page()).contains("1 件：没有连上");
    }

    @Test
    void whoIsGoneOrHasNoKeyAnyMoreIsToldNothing() {
        report();
        receiver.answer = 410;
        sender.sendDue();
        assertThat(waiting()).isZero();
        withdraw();
        sender.sendDue();
        assertThat(receiver.received).as("gone").hasSize(1);

        receiver.answer = 200;
        created();
        report();
        keys.revoke(key);
        sender.sendDue();
        assertThat(receiver.received).as("its key was revoked").hasSize(1);
    }

    @Test
    void nobodyIsToldOfCasesOfOthers() {
        var other = keys.create(60);
        report("key:" + keys.id(other));
        sender.sendDue();
        assertThat(receiver.received).isEmpty();
    }

    @Test
    void twoSendersAtOnceTellEverythingOnce() throws Exception {
        IntStream.range(0, 60).forEach(i -> report());
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(java.util.Collections.nCopies(2, Executors.callable(sender::sendDue)))) {
                done.get();
            }
        }
        assertThat(receiver.received.stream().map(it -> it.header("webhook-id")).distinct()).hasSize(60);
        assertThat(receiver.received).hasSize(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://example.gov.cn/", "https://", "https://user:word@example.gov.cn/",
            "javascript:alert(1)",
            "https://example.gov.cn/#x", "/news", "https://a b.cn"})
    void anAddressThatCannotBeIsRefused(String url) {
        var refused = create(url);
        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyText().contains("请填以https://");
    }

    @Test
    void theSecretIsShownOnceAndOnlyTheAdministratorEndsAnAddress() {
        assertThat(page()).contains(receiver.url()).doesNotContain(secret);
        assertThat(mvc.get().uri("/admin/webhooks").with(user("wangchunsheng").roles("LEADER")).exchange())
                .hasStatus(403);
        var id = jdbc.sql("select max(id) from webhook").query(Long.class).single();
        assertThat(mvc.post().uri("/admin/webhooks/end").param("id", id.toString())
                .with(user("caojiayi").roles("ADMIN")).with(csrf()).exchange()).hasStatus3xxRedirection();
        report();
        sender.sendDue();
        assertThat(receiver.received).isEmpty();
    }

    private String created() {
        return String.valueOf(create(receiver.url()).getMvcResult().getFlashMap().get("fresh"));
    }

    private MvcTestResult create(String url) {
        return mvc.post().uri("/admin/webhooks").param("keyId", String.valueOf(keys.id(key))).param("url", url)
                .with(user("caojiayi").roles("ADMIN")).with(csrf()).exchange();
    }

    private String report() {
        return report("key:" + keys.id(key));
    }

    private String report(String client) {
        return reporting.accept(new Report("test:" + UUID.randomUUID(), SourceChannel.API, null, "01-02", null,
                "路边垃圾堆了三天", "G0101", null, null, null, "李某", "13812345678", null, null, Instant.now(), null,
                new Program(client, null, "0".repeat(64)))).caseNumber();
    }

    private void withdraw() {
        var code = jdbc.sql("select receipt_code from grid_case order by id desc limit 1").query(String.class).single();
        assertThat(withdrawing.withdraw(code, "问题已经自行解决")).isEmpty();
    }

    private void pauseIsOver() {
        jdbc.sql("update webhook_news set due_at = now() - interval '1 s' where due_at is not null").update();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from webhook_news where due_at is not null").query(Integer.class).single();
    }

    private String page() {
        var body = mvc.get().uri("/admin/webhooks").with(user("caojiayi").roles("ADMIN")).exchange().getResponse();
        return new String(body.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String signed(String before, byte[] body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
        mac.update(before.getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    private static JsonNode json(Receiver.Received it) throws Exception {
        return new ObjectMapper().readTree(it.body());
    }
}
