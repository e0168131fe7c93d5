package io.gridloop.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import io.gridloop.cases.StaffNotice;
import io.gridloop.cases.TurnableClock;
import io.gridloop.territory.StaffUnits;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Robots in the groups of units, at a server on this machine that speaks the published contracts. */
@CasesTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = {"gridloop.notify.send-every=PT24H", "gridloop.notify.digest-every=PT24H",
        "gridloop.public-url=https://county.example"})
class RobotTests {

    private static final String WECOM = "/cgi-bin/webhook/send";
    private static final String DINGTALK = "/robot/send";
    private static final String SECRET = "SECd0ntTe11";
    private static final WireMockServer SERVER = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @Autowired
    private WeComChannel weCom;

    @Autowired
    private DingTalkChannel dingTalk;

    @Autowired
    private Robots robots;

    @Autowired
    private StaffUnits units;

    @Autowired
    private Sender sender;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private StaffContacts contacts;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TurnableClock clock;

    @DynamicPropertySource
    static void robots(DynamicPropertyRegistry properties) {
        SERVER.start();
        robot(properties, 0, "C01", "wecom", WECOM + "?key=k3y-of-c01");
        robot(properties, 1, "S02", "wecom", WECOM + "?key=k3y-of-s02");
        robot(properties, 2, "county", "dingtalk", DINGTALK + "?access_token=t0ken-of-county");
        properties.add("gridloop.notify.robots[2].secret", () -> SECRET);
    }

    @AfterAll
    static void end() {
        SERVER.stop();
    }

    @BeforeEach
    void everythingIsTaken() {
        jdbc.sql("delete from delivery").update();
        jdbc.sql("delete from rate_limit").update();
        jdbc.sql("delete from staff_contact").update();
        SERVER.resetAll();
        answers(WECOM, okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
        answers(DINGTALK, okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
    }

    @Test
    void reachesTheNearestGroupOfSomebody() {
        assertThat(weCom.recipientOf("lilijuan")).contains("group:C01");
        assertThat(weCom.recipientOf("luoxiaolan")).contains("group:C01");
        assertThat(weCom.recipientOf("masiyuan")).as("neither the community nor the street has one").isEmpty();
        assertThat(weCom.recipientOf("yangjiayi")).as("that of the street").contains("group:S02");
        assertThat(weCom.recipientOf("dengjianshe")).isEmpty();
        assertThat(dingTalk.recipientOf("dengjianshe")).contains("group:county");
        assertThat(dingTalk.recipientOf("lilijuan")).isEmpty();
        assertThat(weCom.recipientOf("nobody")).isEmpty();
    }

    @Test
    void knowsTheUnitsOfStaffTheNearestFirst() {
        assertThat(units.of("zhanglixin")).containsExactly("urbanManagement", "C01", "S01");
        assertThat(units.of("duanwenbin")).containsExactly("S01");
        assertThat(units.of("gaoxiulan")).containsExactly("urbanManagement");
        assertThat(units.of("caojiayi")).containsExactly(StaffUnits.COUNTY);
    }

    @Test
    void writesToTheGroupWhoHasANewTask() throws IOException {
        contacts.keep("lilijuan", new Contact(null, "13900001111"));
        long caseId = walk.beingHandled();
        jdbc.sql("delete from delivery").update();
        walk.handleAtTheDesk(caseId);
        sender.sendDue();
        var request = only(WECOM);
        assertThat(request.queryParameter("key").firstValue()).isEqualTo("k3y-of-c01");
        assertThat(request.getHeader("Content-Type")).startsWith("application/json");
        var body = json(request);
        assertThat(body.get("msgtype").asText()).isEqualTo("text");
        assertThat(body.at("/text/content").asText())
                .startsWith("案件%s：李丽娟，请办理新任务“办理案件”\nhttps://county.example/desk/tasks/"
                        .formatted(walk.view(caseId).caseNumber()))
                .doesNotContain("李某", "13812345678", "垃圾", "13900001111");
        assertThat(body.at("/text/mentioned_mobile_list")).extracting(JsonNode::asText).containsExactly("13900001111");
        assertThat(deliveries.count("SENT")).isEqualTo(1);
    }

    @Test
    void signsWhatItSendsToDingTalk() throws IOException {
        assertThat(dingTalk.send("group:county", aMessage("请督办"))).isInstanceOf(Outcome.Delivered.class);
        var request = only(DINGTALK);
        long sentAt = Long.parseLong(request.queryParameter("timestamp").firstValue());
        assertThat(sentAt).isEqualTo(clock.millis());
        assertThat(request.queryParameter("access_token").firstValue()).isEqualTo("t0ken-of-county");
        assertThat(request.getUrl()).endsWith("&sign=" + DingTalkChannel.signature(sentAt, SECRET));
        var body = json(request);
        assertThat(body.get("msgtype").asText()).isEqualTo("text");
        assertThat(body.at("/text/content").asText()).startsWith("案件WZ26-000001-1：请督办");
        assertThat(body.at("/at/isAtAll").asBoolean()).isFalse();
    }

    @Test
    void signsAsTheContractDescribes() {
        // Made by a program in another language from the published description.
        assertThat(DingTalkChannel.signature(1795395600000L, SECRET))
                .isEqualTo("BMdxU9zeEajwQdj75BVR4Gn0rj1%2FkVc6uAkmS4DXjT8%3D");
    }

    @ParameterizedTest
    @CsvSource({"45009, Later", "45033, Later", "-1, Later", "93000, Refused", "40058, Refused"})
    void believesTheCodeOfWeComAndNotItsHttpStatus(int code, String outcome) {
        answers(WECOM, okJson("{\"errcode\":%d,\"errmsg\":\"no, key k3y-of-c01\"}".formatted(code)));
        assertThat(weCom.send("group:C01", aMessage("请办理"))).satisfies(it -> {
            assertThat(it.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(it.toString()).contains(String.valueOf(code)).doesNotContain("k3y");
        });
    }

    @ParameterizedTest
    @CsvSource({"130101, Later", "410100, Later", "-1, Later", "310000, Refused", "300001, Refused"})
    void believesTheCodeOfDingTalkAndNotItsHttpStatus(int code, String outcome) {
        answers(DINGTALK, okJson("{\"errcode\":%d,\"errmsg\":\"no\"}".formatted(code)));
        assertThat(dingTalk.send("group:county", aMessage("请办理")).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void comesAgainWhenTheServerIsInTrouble(int status) {
        answers(WECOM, aResponse().withStatus(status).withBody("<html>"));
        assertThat(weCom.send("group:C01", aMessage("请办理"))).isInstanceOf(Outcome.Later.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void comesAgainWhenTheLineBreaks(Fault fault) {
        answers(WECOM, aResponse().withFault(fault));
        assertThat(weCom.send("group:C01", aMessage("请办理")))
                .isInstanceOfAny(Outcome.Later.class, Outcome.Refused.class)
                .satisfies(it -> assertThat(it.toString()).doesNotContain("k3y", "127.0.0.1"));
    }

    @Test
    void refusesAnAnswerThatIsNone() {
        answers(WECOM, aResponse().withStatus(404).withBody("<html>"));
        assertThat(weCom.send("group:C01", aMessage("请办理"))).isInstanceOf(Outcome.Refused.class);
        answers(WECOM, okJson("{}"));
        assertThat(weCom.send("group:C01", aMessage("请办理"))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void doesNotFollowARedirection() {
        answers(WECOM, aResponse().withStatus(302).withHeader("Location", SERVER.baseUrl() + "/elsewhere"));
        weCom.send("group:C01", aMessage("请办理"));
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @Test
    void refusesAGroupThatHasNoRobotAnyMore() {
        assertThat(weCom.send("group:C09", aMessage("请办理"))).isInstanceOf(Outcome.Refused.class);
        assertThat(dingTalk.send("group:C01", aMessage("请办理"))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void cutsWhatIsTooLongBetweenTwoCharacters() throws IOException {
        for (var filling : List.of("字", "a", "é", "😀", "a😀字")) {
            SERVER.resetRequests();
            weCom.send("group:C01", aMessage(filling.repeat(2500)));
            var content = json(only(WECOM)).at("/text/content").asText();
            assertThat(content.getBytes(StandardCharsets.UTF_8).length).isBetween(2044, 2048);
            assertThat(content).endsWith("…").doesNotContain("�");
        }
    }

    @Test
    void sendsWhatJustFitsAsItIs() {
        var message = aMessage("x");
        int rest = 2048 - message.text().getBytes(StandardCharsets.UTF_8).length;
        var full = aMessage("x" + "x".repeat(rest));
        assertThat(full.cut(2048)).isEqualTo(full.text());
        assertThat(aMessage("x" + "x".repeat(rest + 1)).cut(2048)).endsWith("…");
    }

    @Test
    void aBurstWaitsAndIsNotRefused() {
        long caseId = walk.beingHandled();
        jdbc.sql("delete from delivery").update();
        int sent = 0;
        for (int minute = 0; minute < 5; minute++) {
            for (int i = 0; i < 30; i++) {
                tell(caseId, "warning#%d#%d".formatted(minute, i));
                sender.sendDue();
                clock.turn(Duration.ofSeconds(2));
            }
            int now = SERVER.findAll(postRequestedFor(urlPathEqualTo(WECOM))).size();
            assertThat(now - sent).as("in one minute").isBetween(10, 20);
            sent = now;
        }
        clock.turn(Duration.ofMinutes(1));
        sender.sendDue();
        assertThat(deliveries.count("SENT")).isEqualTo(150);
        assertThat(deliveries.count("FAILED")).isZero();
    }

    @Test
    void namesNeitherAddressNorSecretAnywhere(CapturedOutput log) {
        long caseId = walk.beingHandled();
        jdbc.sql("delete from delivery").update();
        answers(WECOM, okJson("{\"errcode\":93000,\"errmsg\":\"invalid webhook url, k3y-of-c01\"}"));
        tell(caseId, "warning#1");
        sender.sendDue();
        assertThat(deliveries.failed(PageRequest.of(0, 5))).singleElement().satisfies(it -> assertThat(it.lastError())
                .isEqualTo("企业微信拒收（错误码93000）"));
        assertThat(robots.of(Channel.DINGTALK, "group:county").orElseThrow().toString())
                .doesNotContain(SECRET, "t0ken");
        assertThat(log.getOut()).contains("93000").doesNotContain("k3y-of-c01", SECRET, "t0ken-of-county");
        assertThat(jdbc.sql("select string_agg(delivery::text, ' ') from delivery").query(String.class).single())
                .doesNotContain("k3y", SECRET);
    }

    @Test
    void needsAllThatARobotIsMadeOf() {
        var address = URI.create("https://qyapi.example/send?key=1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Robot("", Channel.WECOM, address, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Robot("C01", Channel.EMAIL, address, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Robot("C01", Channel.WECOM, URI.create("nowhere"), null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Robot("C01", Channel.DINGTALK, address, ""));
        var twice = new Robot("C01", Channel.WECOM, address, null);
        assertThatIllegalStateException()
                .isThrownBy(() -> new Robots(new NotifyProperties(null, List.of(twice, twice), null), units, contacts));
    }

    private void tell(long caseId, String occasion) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new StaffNotice(caseId, "lilijuan", occasion, "快到期")));
    }

    private static void answers(String path, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(post(urlPathEqualTo(path)).willReturn(answer));
    }

    private static LoggedRequest only(String path) {
        var all = SERVER.findAll(postRequestedFor(urlPathEqualTo(path)));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static JsonNode json(LoggedRequest request) throws IOException {
        return new ObjectMapper().readTree(request.getBodyAsString());
    }

    private static Message aMessage(String todo) {
        return new Message("案件WZ26-000001-1", todo, "https://county.example/desk", List.of(), Set.of("lilijuan"));
    }

    private static void robot(DynamicPropertyRegistry properties, int number, String unit, String kind, String path) {
        var prefix = "gridloop.notify.robots[%d].".formatted(number);
        Map.of("unit", unit, "kind", kind).forEach((name, value) -> properties.add(prefix + name, () -> value));
        properties.add(prefix + "address", () -> SERVER.baseUrl() + path);
    }
}
