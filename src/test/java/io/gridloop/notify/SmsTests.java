package io.gridloop.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Text messages, to a server on this machine that checks the signature as the contract describes it. */
@CasesTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = {"gridloop.notify.send-every=PT24H", "gridloop.notify.digest-every=PT24H",
        "gridloop.notify.sms.access-key-id=k3yId",
        "gridloop.notify.sms.access-key-secret=s3cret", "gridloop.notify.sms.sign-name=网格闭环",
        "gridloop.notify.sms.template-code=SMS_1"})
class SmsTests {

    private static final String ME = "lilijuan";
    private static final String MOBILE = "13900001111";
    private static final WireMockServer SERVER = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @Autowired
    private AliyunSmsChannel channel;

    @Autowired
    private Sender sender;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private StaffContacts contacts;

    @Autowired
    private StaffChoices choices;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void service(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("gridloop.notify.sms.endpoint", () -> SERVER.baseUrl() + "/");
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
        contacts.keep(ME, new Contact(null, MOBILE));
        choices.keep(ME, new Choices(Choices.ALL, QuietHours.USUAL));
        SERVER.resetAll();
        answers(okJson("{\"Code\":\"OK\",\"Message\":\"OK\",\"RequestId\":\"1\",\"BizId\":\"2\"}"));
    }

    @Test
    void signsAsThePublishedExampleDoes() {
        var example = new TreeMap<>(Map.ofEntries(Map.entry("AccessKeyId", "testId"), Map.entry("Action", "SendSms"),
                Map.entry("Format", "XML"), Map.entry("OutId", "123"), Map.entry("PhoneNumbers", "15300000001"),
                Map.entry("RegionId", "cn-hangzhou"), Map.entry("SignName", "阿里云短信测试专用"),
                Map.entry("SignatureMethod", "HMAC-SHA1"),
                Map.entry("SignatureNonce", "45e25e9b-0a6f-4070-8c85-2956eda1b466"),
                Map.entry("SignatureVersion", "1.0"), Map.entry("TemplateCode", "SMS_71390007"),
                Map.entry("TemplateParam", "{\"customer\":\"test\"}"), Map.entry("Timestamp", "2017-07-12T02:42:19Z"),
                Map.entry("Version", "2017-05-25")));
        assertThat(AliyunSignature.of("GET", example, "testSecret")).isEqualTo("zJDF+Lrzhj/ThnlvIToysFRq6t4=");
    }

    @Test
    void tellsOfANewTask() {
        long caseId = walk.beingHandled();
        walk.handleAtTheDesk(caseId);
        sender.sendDue();
        var sent = received();
        var signature = String.valueOf(sent.remove("Signature"));
        assertThat(signature).isEqualTo(AliyunSignature.of("POST", sent, "s3cret"));
        assertThat(sent).containsEntry("Action", "SendSms").containsEntry("Version", "2017-05-25")
                .containsEntry("PhoneNumbers", MOBILE).containsEntry("SignName", "网格闭环")
                .containsEntry("TemplateCode", "SMS_1").containsEntry("AccessKeyId", "k3yId")
                .containsEntry("Timestamp", "2026-11-23T01:00:00Z").containsEntry("TemplateParam",
                        "{\"about\":\"案件%s\",\"todo\":\"请办理新任务“办理案件”\"}".formatted(walk.view(caseId).caseNumber()));
        assertThat(deliveries.count("SENT")).isEqualTo(1);
    }

    @Test
    void keepsAVariableWithinWhatATemplateTakes() {
        channel.send(ME, new Message("1".repeat(60), "字".repeat(60), "", List.of(), Set.of(ME)));
        assertThat(received().get("TemplateParam"))
                .isEqualTo("{\"about\":\"%s…\",\"todo\":\"%s…\"}".formatted("1".repeat(34), "字".repeat(34)));
    }

    @ParameterizedTest
    @CsvSource({"isv.BUSINESS_LIMIT_CONTROL, Later", "isv.DAY_LIMIT_CONTROL, Later", "isv.AMOUNT_NOT_ENOUGH, Later",
            "isp.SYSTEM_ERROR, Later", "Throttling.User, Later", "isv.MOBILE_NUMBER_ILLEGAL, Refused",
            "SignatureDoesNotMatch, Refused", "isv.SMS_TEMPLATE_ILLEGAL, Refused", "'<script>', Refused",
            "'', Refused"})
    void believesTheCodeOfTheAnswer(String code, String outcome) {
        for (int status : new int[]{200, 400}) {
            answers(aResponse().withStatus(status).withBody("{\"Code\":\"%s\",\"Message\":\"m\"}".formatted(code)));
            assertThat(channel.send(ME, aMessage())).satisfies(it -> {
                assertThat(it.getClass().getSimpleName()).isEqualTo(outcome);
                assertThat(it.toString()).doesNotContain("<", MOBILE);
            });
        }
    }

    @Test
    void comesAgainWhenTheServiceIsAway() {
        answers(aResponse().withStatus(503));
        assertThat(channel.send(ME, aMessage())).isInstanceOf(Outcome.Later.class);
    }

    @Test
    void reachesOnlyWhoGaveANumber(CapturedOutput log) {
        assertThat(channel.recipientOf(ME)).contains(ME);
        assertThat(channel.recipientOf("wangchunsheng")).isEmpty();
        assertThat(channel.send("wangchunsheng", aMessage())).isInstanceOf(Outcome.Refused.class);
        assertThat(log.getOut()).doesNotContain(MOBILE, "s3cret");
    }

    @Test
    void needsAllThatAnAccountIsMadeOf() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmsAccount("k3yId", null, "网格闭环", "SMS_1", URI.create("http://x.example")));
        assertThat(new SmsAccount("k3yId", "s3cret", "网格闭环", "SMS_1", URI.create("http://x.example")).toString())
                .doesNotContain("s3cret", "k3yId");
    }

    private static SortedMap<String, String> received() {
        var all = SERVER.findAll(postRequestedFor(anyUrl()));
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().getUrl()).as("no number in an address").isEqualTo("/");
        var sent = new TreeMap<String, String>();
        Arrays.stream(all.getFirst().getBodyAsString().split("&")).map(pair -> pair.split("=", 2))
                .forEach(pair -> sent.put(decode(pair[0]), decode(pair[1])));
        return sent;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(post(anyUrl()).willReturn(answer));
    }

    private static Message aMessage() {
        return new Message("案件WZ26-000001-1", "请办理", "https://county.example/desk", List.of(), Set.of(ME));
    }
}
