package io.gridloop.intake.open311;

import static io.gridloop.intake.open311.Open311Program.FORM;
import static io.gridloop.intake.open311.Open311Program.encoded;
import static io.gridloop.intake.open311.Open311Program.json;
import static io.gridloop.intake.open311.Open311Program.xml;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.cases.CaseWalk;
import io.gridloop.security.TestKeys;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program reports. */
@Open311Test
@ExtendWith(OutputCaptureExtension.class)
class Open311SubmissionTests {

    private static final String HOSTILE = "<script>alert(1)</script>]]>&amp; ${7*7} '; drop table grid_case; --";

    @LocalServerPort
    int port;

    @Autowired
    TestKeys keys;

    @Autowired
    CaseWalk walk;

    @Autowired
    JdbcClient jdbc;

    private Open311Program program;
    private String key;

    @BeforeEach
    void aProgramWithAKey() {
        program = new Open311Program(port);
        key = keys.create(600);
    }

    @Test
    void makesACaseAndAnswersWithItsNumber() {
        var answer = program.report(key, Map.of("account_id", "user-7", "first_name", "三", "last_name", "张", "phone",
                "13812345678", "email", "a@b.example", "device_id", "d-1", "address_string", "菜市场东门", "media_url",
                "https://pictures.example/1.jpg", "jurisdiction_id", "county.example"));
        assertThat(answer.statusCode()).isEqualTo(200);
        var request = json(answer).get(0);
        assertThat(request.fieldNames()).toIterable().containsExactly("service_request_id", "service_notice",
                "account_id");
        assertThat(request.get("account_id").asText()).isEqualTo("user-7");
        var stored = stored(request.get("service_request_id").asText());
        assertThat(stored).containsEntry("channel", "OPEN311").containsEntry("category", "01-02")
                .containsEntry("text", "路边垃圾堆了三天").containsEntry("address", "菜市场东门")
                .containsEntry("client", "key:" + keys.id(key)).containsEntry("latitude", 35.1)
                .containsEntry("media_url", "https://pictures.example/1.jpg").containsEntry("state", "REPORTED");
        assertThat(String.valueOf(stored.get("grid_code"))).startsWith("G0");
        assertThat(request.get("service_notice").asText()).contains(String.valueOf(stored.get("receipt_code")));
        assertThat(jdbc.sql("select name || ' ' || contact from case_reporter where case_id = ?")
                .param(stored.get("id")).query(String.class).single()).isEqualTo("张三 13812345678");
        assertThat(walk.view((Long) stored.get("id")).history().getFirst().internalText())
                .contains("Open311接口", "https://pictures.example/1.jpg");
    }

    @Test
    void answersInXmlToo() {
        var answer = program.post("/requests.xml", FORM, encoded(Map.of("api_key", key, "service_code", "01-02",
                "address_id", "G0101")));
        assertThat(answer.statusCode()).isEqualTo(200);
        var root = xml(answer).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("service_requests");
        var request = root.getFirstChild();
        assertThat(request.getNodeName()).isEqualTo("request");
        assertThat(request.getFirstChild().getNodeName()).isEqualTo("service_request_id");
        assertThat(answer.body()).contains("<account_id></account_id>");
        assertThat(stored(request.getFirstChild().getTextContent())).containsEntry("grid_code", "G0101")
                .containsEntry("text", "暴露垃圾（通过Open311接口反映，没有文字说明）");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            address_string | 菜市场东门
            address_id     | G0102
            """)
    void onePlaceIsEnough(String name, String value) {
        var number = number(program.report(key, Map.of("lat", "", "long", "", name, value)));
        assertThat(stored(number)).containsEntry(name.equals("address_id") ? "grid_code" : "address", value)
                .containsEntry("latitude", null);
    }

    @Test
    void takesAPointInTheCountyButInNoGrid() {
        assertThat(stored(number(program.report(key, Map.of("lat", "35.12", "long", "113.45"))))).containsEntry(
                "grid_code", null).containsEntry("longitude", 113.45);
    }

    @Test
    void keepsTheMailOfWhoGivesNoPhone() {
        var stored = stored(number(program.report(key, Map.of("email", "ann@mail.example", "first_name", "Ann",
                "last_name", "Lee"))));
        assertThat(jdbc.sql("select name || ' ' || contact from case_reporter where case_id = ?")
                .param(stored.get("id")).query(String.class).single()).isEqualTo("Ann Lee ann@mail.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            service_code   | ''             | 400 | service_code：请填写
            service_code   | 99-99          | 404 | service_code：没有
            jurisdiction_id | elsewhere     | 404 | jurisdiction_id
            lat            | ''             | 400 | lat：lat和long要一起填写
            long           | ''             | 400 | long：lat和long要一起填写
            lat            | NaN            | 400 | lat：请填
            lat            | 1e300          | 400 | lat：请填
            lat            | 91             | 400 | lat：请填
            long           | 0x10           | 400 | long：请填
            long           | 121.47         | 400 | lat：这个位置不在本县范围内
            address_id     | G9999          | 400 | address_id：没有这个网格
            phone          | 12345          | 400 | phone：
            email          | nobody         | 400 | email：
            media_url      | javascript:x   | 400 | media_url：
            media_url      | ftp://a/b      | 400 | media_url：
            media_url      | https://a/"><x | 400 | media_url：
            attribute[X]   | 1              | 400 | attribute[X]：这个服务类别没有这一项
            attribute      | 1              | 400 | attribute：请写成
            """)
    void saysWhichFieldIsWrongAndStoresNothing(String name, String value, int status, String words) {
        var before = cases();
        var refused = program.report(key, Map.of(name, value));
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(json(refused)).singleElement().satisfies(error -> {
            assertThat(error.get("code").intValue()).isEqualTo(status);
            assertThat(error.get("description").asText()).startsWith(words);
        });
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        var refused = program.report(key, Map.of("lat", "x", "phone", "1", "email", "2", "media_url", "3"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused)).extracting(it -> it.get("description").asText().split("：")[0])
                .contains("lat", "phone", "email", "media_url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u202e", "\ufffe", "\u0007"})
    void refusesCharactersThatNobodySees(String hidden) {
        for (var name : Stream.of("description", "address_string", "last_name", "account_id", "device_id",
                "service_code", "jurisdiction_id").toList()) {
            assertThat(program.report(key, Map.of(name, "一" + hidden + "二")).statusCode()).as(name).isIn(400, 404);
        }
    }

    @ParameterizedTest
    @CsvSource({"description,4001", "address_string,201", "last_name,31", "account_id,101", "device_id,101",
            "media_url,501", "address_id,41", "service_code,200000", "api_key,200000", "description,3000000"})
    void refusesWhatIsTooLong(String name, int length) {
        var value = (name.equals("media_url") ? "https://a.example/" : "") + "x".repeat(length);
        var refused = program.report(key, Map.of(name, value.substring(0, length)));
        assertThat(refused.statusCode()).isIn(400, 403, 404);
        assertThat(refused.body()).hasSizeLessThan(1_000);
    }

    @Test
    void aLongNestOfDotsIsJustTooLong() {
        var refused = program.report(key, Map.of("email", "a@b" + ".c".repeat(200_000)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused)).singleElement()
                .satisfies(error -> assertThat(error.get("description").asText()).startsWith("email："));
    }

    @Test
    void takesTheLongestDescription() {
        var lines = "长".repeat(3_979) + "\r\n".repeat(20) + "完";
        assertThat(stored(number(program.report(key, Map.of("description", lines))))).containsEntry("text",
                lines.replace("\r", ""));
    }

    @Test
    void keepsHostileTextAsText() {
        var number = number(program.report(key, Map.of("description", HOSTILE, "address_string", HOSTILE, "lat", "",
                "long", "")));
        assertThat(stored(number)).containsEntry("text", HOSTILE);
        var shown = program.get("/requests/%s.xml?api_key=%s".formatted(number, key));
        assertThat(xml(shown).getElementsByTagName("description").item(0).getTextContent()).isEqualTo(HOSTILE);
        assertThat(json(program.get("/requests/%s.json?api_key=%s".formatted(number, key))).get(0).get("description")
                .asText()).isEqualTo(HOSTILE);
        assertThat(xml(shown).getElementsByTagName("script").getLength()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"110", "119", "120", "122"})
    void sendsEmergenciesToTheirLineAndStoresNothing(String line) {
        var before = cases();
        var refused = program.report(key, Map.of("service_code", "05-02", "attribute[EMERGENCY]", line));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get(0).get("description").asText()).contains("attribute[EMERGENCY]", "请马上拨打" + line);
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void takesWhatIsNoEmergency() {
        number(program.report(key, Map.of("service_code", "05-02", "attribute[EMERGENCY]", "")));
        number(program.report(key, Map.of("service_code", "05-02")));
        assertThat(program.report(key, Map.of("service_code", "05-02", "attribute[EMERGENCY]", "911")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void needsAKeyInForce() {
        var before = cases();
        for (var wrong : Stream.of("", "gl_wrong", "x".repeat(150)).toList()) {
            var refused = program.report(wrong, Map.of());
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(json(refused).get(0).get("code").intValue()).isEqualTo(403);
            assertThat(json(refused).get(0).get("description").asText()).contains("api_key");
        }
        keys.revoke(key);
        assertThat(program.report(key, Map.of()).statusCode()).isEqualTo(403);
        assertThat(program.get("/requests.json?api_key=" + key).statusCode()).isEqualTo(403);
        assertThat(cases()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/xml", "text/plain"})
    void takesFormsAlone(String type) {
        var refused = program.post("/requests.json", type, "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"
                + "b\r\n--x--\r\n");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get(0).get("description").asText()).contains("application/x-www-form-urlencoded");
    }

    @Test
    void keyedSubmissionsAreOneCaseHoweverOftenTheyCome() throws Exception {
        Callable<String> send = () -> number(program.report(key, Map.of("description", "重试"), "Idempotency-Key", "k1"));
        try (var threads = Executors.newFixedThreadPool(8)) {
            assertThat(threads.invokeAll(Stream.generate(() -> send).limit(20).toList()).stream()
                    .map(it -> it.resultNow()).distinct()).hasSize(1);
        }
        var number = send.call();
        assertThat(number(program.report(keys.create(60), Map.of("description", "重试"), "Idempotency-Key", "k1")))
                .as("another program's key").isNotEqualTo(number);
        assertThat(number(program.report(key, Map.of("description", "重试")))).as("without a key").isNotEqualTo(number);
        assertThat(program.report(key, Map.of(), "Idempotency-Key", "k".repeat(256)).statusCode()).isEqualTo(400);
    }

    @Test
    void aKeyThatWasUsedForOtherContentIsRefusedAndNothingIsStored() {
        assertThat(program.report(key, Map.of("description", "第一件事"), "Idempotency-Key", "k2").statusCode())
                .isEqualTo(200);
        var cases = jdbc.sql("select count(*) from grid_case").query(Long.class).single();
        var answer = program.report(key, Map.of("description", "另一件事"), "Idempotency-Key", "k2");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get(0).get("code").asInt()).isEqualTo(422);
        assertThat(json(answer).get(0).get("description").asText()).startsWith("Idempotency-Key").contains("另一份内容");
        assertThat(jdbc.sql("select count(*) from grid_case").query(Long.class).single()).isEqualTo(cases);
    }

    @Test
    void batchServicesAnswerWithATokenThatLeadsToTheNumber() {
        var answer = json(program.report(key, Map.of("service_code", "01-06"))).get(0);
        assertThat(answer.fieldNames()).toIterable().containsExactly("token", "service_notice", "account_id");
        var token = answer.get("token").asText();
        var path = "/tokens/%s.json?api_key=%s".formatted(token, key);
        var waiting = json(program.get(path)).get(0);
        assertThat(waiting.get("service_request_id").isNull()).isTrue();
        assertThat(waiting.get("token").asText()).isEqualTo(token);
        var stored = jdbc.sql("select id, case_number from grid_case where submission_key like ?")
                .param("%:" + token).query().singleRow();
        walk.register((Long) stored.get("id"));
        assertThat(json(program.get(path)).get(0).get("service_request_id").asText())
                .isEqualTo(stored.get("case_number"));
        var root = xml(program.get(path.replace(".json", ".xml"))).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("service_requests");
        assertThat(root.getFirstChild().getNodeName()).isEqualTo("request");
        assertThat(program.get("/tokens/%s.json".formatted(token)).statusCode()).isEqualTo(404);
        assertThat(program.get("/tokens/%s.json?api_key=%s".formatted(token, keys.create(60))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void eachKeyHasALimitOfItsOwn() {
        var small = keys.create(3);
        for (var i = 0; i < 3; i++) {
            assertThat(program.get("/requests.json?api_key=" + small).statusCode()).isEqualTo(200);
        }
        var refused = program.report(small, Map.of());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(json(refused).get(0).get("code").intValue()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 20);
        assertThat(program.report(key, Map.of()).statusCode()).as("another key").isEqualTo(200);
    }

    @Test
    void whoGuessesKeysHasToWaitAndOthersNot() {
        var statuses = Stream.generate(() -> program.get("/requests.json?api_key=gl_guess").statusCode()).limit(12)
                .toList();
        assertThat(statuses.subList(0, 10)).containsOnly(403);
        assertThat(statuses).endsWith(429);
        assertThat(program.get("/services.json").statusCode()).isEqualTo(429);
        assertThat(program.get("/services.json?api_key=" + key).statusCode()).as("with a key").isEqualTo(200);
        assertThat(new Open311Program(port).get("/services.json").statusCode()).as("from elsewhere").isEqualTo(200);
    }

    @Test
    void logsNeitherKeyNorReporter(CapturedOutput log) {
        number(program.report(key, Map.of("phone", "13912340000", "last_name", "欧阳", "first_name", "无名")));
        program.report(key, Map.of("phone", "1391234000x"));
        assertThat(log.getAll()).doesNotContain(key, "13912340000", "1391234000x", "欧阳无名");
    }

    @Test
    void remembersWhenAKeyWasUsedAndNeverTheKey() {
        program.get("/services.json?api_key=" + key);
        assertThat(jdbc.sql("select last_used_at is not null from api_key where id = ?").param(keys.id(key))
                .query(Boolean.class).single()).isTrue();
        assertThat(jdbc.sql("select string_agg(api_key::text, ' ') from api_key").query(String.class).single())
                .doesNotContain(key);
    }

    private long cases() {
        return jdbc.sql("select count(*) from grid_case").query(Long.class).single();
    }

    private Map<String, Object> stored(String number) {
        return jdbc.sql("select * from grid_case where case_number = ?").param(number).query().singleRow();
    }

    private static String number(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get(0).get("service_request_id").asText();
    }
}
