package io.gridloop.intake.open311;

import static io.gridloop.intake.open311.Open311Program.json;
import static io.gridloop.intake.open311.Open311Program.xml;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gridloop.cases.CaseWalk;
import io.gridloop.security.TestKeys;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program asks what became of its reports. Each test has a key of its own, and so cases of its own. */
@Open311Test
class Open311RequestsTests {

    private static final Duration DAY = Duration.ofDays(1);

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
        key = keys.create(6_000);
    }

    @Test
    void tellsOfACaseInTheOrderOfTheSpecification() {
        var number = report(Map.of("media_url", "https://pictures.example/1.jpg", "address_string", "菜市场东门"));
        var request = one(number, "");
        assertThat(request.fieldNames()).toIterable().containsExactly("service_request_id", "status", "status_notes",
                "service_name", "service_code", "description", "agency_responsible", "service_notice",
                "requested_datetime", "updated_datetime", "expected_datetime", "address", "address_id", "zipcode",
                "lat", "long", "media_url");
        assertThat(request.get("status").asText()).isEqualTo("open");
        assertThat(request.get("status_notes").asText()).contains("已收到您的反映");
        assertThat(request.get("service_name").asText()).isEqualTo("暴露垃圾");
        assertThat(request.get("service_code").asText()).isEqualTo("01-02");
        assertThat(request.get("description").asText()).isEqualTo("路边垃圾堆了三天");
        assertThat(request.get("agency_responsible").isNull()).isTrue();
        assertThat(request.get("expected_datetime").isNull()).isTrue();
        assertThat(request.get("requested_datetime").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+08:00");
        assertThat(request.get("address").asText()).endsWith("菜市场东门");
        assertThat(request.get("address_id").asText()).startsWith("G0");
        assertThat(request.get("lat").doubleValue()).isEqualTo(35.1);
        assertThat(request.get("long").doubleValue()).isEqualTo(113.38);
        assertThat(request.get("media_url").asText()).isEqualTo("https://pictures.example/1.jpg");
        var root = xml(get("/requests/%s.xml?".formatted(number))).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("service_requests");
        var fields = root.getFirstChild().getChildNodes();
        assertThat(IntStream.range(0, fields.getLength()).mapToObj(i -> fields.item(i).getNodeName()))
                .containsExactlyElementsOf(request::fieldNames);
    }

    @Test
    void followsACaseToItsEnd() {
        var number = report(Map.of());
        long id = id(number);
        walk.register(id);
        walk.answerAcceptance(id, Map.of("decision", "accept", "handlingLevel", "community"));
        walk.dispatch(id);
        var handled = one(number, "");
        assertThat(handled.get("status").asText()).isEqualTo("open");
        assertThat(handled.get("agency_responsible").asText()).isEqualTo("本社区（网格人员）");
        var due = jdbc.sql("select due_at from grid_case where id = ?").param(id).query(Timestamp.class).single();
        assertThat(OffsetDateTime.parse(handled.get("expected_datetime").asText()).toInstant())
                .isEqualTo(due.toInstant().truncatedTo(ChronoUnit.SECONDS));
        walk.handled(id);
        assertThat(one(number, "").get("status").asText()).isEqualTo("open");
        walk.answerVerification(id, Map.of("decision", "pass"));
        walk.close(id);
        var closed = one(number, "&extensions=true");
        assertThat(closed.get("status").asText()).isEqualTo("closed");
        var at = jdbc.sql("select closed_at from grid_case where id = ?").param(id).query(Timestamp.class).single();
        assertThat(OffsetDateTime.parse(closed.get("updated_datetime").asText()).toInstant())
                .isEqualTo(at.toInstant().truncatedTo(ChronoUnit.SECONDS));
        var notes = closed.get("notes");
        assertThat(notes.size()).isGreaterThan(2);
        assertThat(notes.get(0).fieldNames()).toIterable().containsExactly("datetime", "description");
        assertThat(closed.get("status_notes").asText()).isEqualTo("您反映的事项已办结。处置结果：已清运垃圾并冲洗地面");
        assertThat(closed.toString()).doesNotContain("李丽娟", "王春生");
    }

    @Test
    void aCaseIsClosedHoweverItEnded() {
        var number = report(Map.of());
        walk.register(id(number));
        walk.answerAcceptance(id(number), Map.of("decision", "explain", "reply", "清运车今天下午到"));
        assertThat(one(number, "").get("status").asText()).as("decided is not closed").isEqualTo("open");
        walk.close(id(number));
        assertThat(one(number, "").get("status").asText()).isEqualTo("closed");
        assertThat(one(number, "").get("status_notes").asText()).contains("清运车今天下午到");
    }

    @Test
    void givesTheHistoryOnlyWhenAsked() {
        var number = report(Map.of());
        jdbc.sql("""
                insert into case_entry (id, case_id, at, element, actor_name, public_text, internal_text)
                values (nextval('case_entry_seq') - 25, ?, now(), 'Test', '李丽娟', '请联系13900001111', '内部：电话13900001111'),
                       (nextval('case_entry_seq') - 25, ?, now(), 'Test', '李丽娟', null, '只给工作人员看')""")
                .params(id(number), id(number)).update();
        assertThat(one(number, "").has("notes")).isFalse();
        var extended = one(number, "&extensions=true");
        assertThat(extended.get("notes")).extracting(it -> it.get("description").asText()).hasSize(2)
                .contains("请联系139****1111");
        assertThat(extended.get("status_notes").asText()).isEqualTo("请联系139****1111");
        assertThat(extended.toString()).doesNotContain("李丽娟", "内部", "工作人员看");
        var notes = xml(get("/requests/%s.xml?extensions=true".formatted(number))).getElementsByTagName("notes")
                .item(0);
        assertThat(notes.getFirstChild().getNodeName()).isEqualTo("note");
        assertThat(notes.getChildNodes().getLength()).isEqualTo(2);
    }

    @Test
    void neverTellsWhoReportedNorTheirNumbers() {
        var number = report(Map.of("phone", "13812345678", "email", "ann@mail.example", "last_name", "欧阳", "first_name",
                "无名", "description", "我的电话是13812345678，身份证41082319900101001X", "address_string", "一号楼 13812345678"));
        for (var format : List.of("json", "xml")) {
            for (var path : List.of("/requests/%s.%s?extensions=true", "/requests.%2$s?extensions=true")) {
                var body = get(path.formatted(number, format)).body();
                assertThat(body).contains("138****5678", "410***********001X").doesNotContain("13812345678",
                        "ann@mail", "欧阳", "无名", "41082319900101001X", receipt(number));
            }
        }
    }

    @Test
    void showsNobodyTheCasesOfOthers() {
        var number = report(Map.of());
        var another = keys.create(60);
        assertThat(json(program.get("/requests.json?api_key=" + another))).isEmpty();
        assertThat(json(program.get("/requests.json"))).isEmpty();
        assertThat(json(program.get("/requests.json?service_request_id=" + number))).isEmpty();
        assertThat(json(program.get("/requests.json?service_request_id=%s&api_key=%s".formatted(number, another))))
                .isEmpty();
        assertThat(program.get("/requests/%s.json".formatted(number)).statusCode()).isEqualTo(404);
        assertThat(program.get("/requests/%s.json?api_key=%s".formatted(number, another)).statusCode()).isEqualTo(404);
        var page = walk.view(walk.beingHandled()).caseNumber();
        assertThat(get("/requests/%s.json?".formatted(page)).statusCode()).as("reported on the page").isEqualTo(404);
        assertThat(xml(program.get("/requests.xml")).getDocumentElement().getChildNodes().getLength()).isZero();
    }

    @Test
    void listsTheLastNinetyDaysTheYoungestFirst() {
        var old = report(Map.of());
        var young = report(Map.of());
        var ancient = report(Map.of());
        received(old, DAY.multipliedBy(89));
        received(ancient, DAY.multipliedBy(91));
        assertThat(list("")).containsExactly(young, old);
        assertThat(list("service_request_id=%s,%s".formatted(ancient, young)))
                .as("numbers override all else").containsExactly(young, ancient);
        assertThat(list("service_request_id=%s&status=closed&start_date=2001-01-01T00:00:00Z".formatted(ancient)))
                .containsExactly(ancient);
        var start = Instant.now().minus(DAY.multipliedBy(92)).toString();
        assertThat(list("start_date=" + start)).as("ninety days from there").containsExactly(old, ancient);
        var end = Instant.now().minus(DAY.multipliedBy(88)).toString();
        assertThat(list("end_date=" + end)).as("ninety days up to there").containsExactly(old, ancient);
        assertThat(list("start_date=%s&end_date=%s".formatted(start, Instant.now().minus(DAY.multipliedBy(90)))))
                .containsExactly(ancient);
    }

    @Test
    void filtersByServiceAndStatus() {
        var litter = report(Map.of());
        var ads = report(Map.of("service_code", "02-01"));
        walk.closeAgain(id(litter));
        assertThat(list("service_code=02-01")).containsExactly(ads);
        assertThat(list("service_code=02-01,01-02")).hasSize(2);
        assertThat(list("service_code=02-01&service_code=01-02")).hasSize(2);
        assertThat(list("service_code=99-99")).isEmpty();
        assertThat(list("status=closed")).containsExactly(litter);
        assertThat(list("status=open")).containsExactly(ads);
        assertThat(list("status=open,closed")).hasSize(2);
        assertThat(list("status=&service_code=&start_date=&page=")).as("empty counts as none").hasSize(2);
    }

    @Test
    void findsWhatWasUpdatedHoweverOldItIs() {
        var number = report(Map.of());
        received(number, DAY.multipliedBy(200));
        jdbc.sql("update grid_case set moved_at = ? where id = ?")
                .params(Timestamp.from(Instant.now().minus(DAY.multipliedBy(5))), id(number)).update();
        assertThat(list("")).isEmpty();
        assertThat(list("updated_after=" + Instant.now().minus(DAY.multipliedBy(6)))).containsExactly(number);
        assertThat(list("updated_after=" + Instant.now().minus(DAY.multipliedBy(4)))).isEmpty();
        assertThat(list("updated_before=" + Instant.now().minus(DAY.multipliedBy(4)))).containsExactly(number);
        assertThat(list("updated_before=" + Instant.now().minus(DAY.multipliedBy(6)))).isEmpty();
        assertThat(OffsetDateTime.parse(one(number, "").get("updated_datetime").asText()).toInstant()).isBetween(
                Instant.now().minus(DAY.multipliedBy(6)),
                Instant.now().minus(DAY.multipliedBy(4)));
    }

    @Test
    void findsWhatIsNear() {
        var here = report(Map.of("lat", "35.1", "long", "113.38"));
        var near = report(Map.of("lat", "35.104", "long", "113.38"));
        report(Map.of("lat", "", "long", "", "address_string", "没有坐标"));
        assertThat(list("lat=35.1&long=113.38&radius=100")).containsExactly(here);
        // 0.004 degrees of latitude are 445 metres.
        assertThat(list("lat=35.1&long=113.38&radius=440")).containsExactly(here);
        assertThat(list("lat=35.1&long=113.38&radius=450")).containsExactly(near, here);
        assertThat(list("lat=-35.1&long=-66.62&radius=50000")).isEmpty();
    }

    @Test
    void turnsPages() {
        var numbers = IntStream.range(0, 5).mapToObj(i -> report(Map.of())).toList().reversed();
        assertThat(list("page_size=2")).containsExactlyElementsOf(numbers.subList(0, 2));
        assertThat(list("page_size=2&page=2")).containsExactlyElementsOf(numbers.subList(2, 4));
        assertThat(list("page_size=2&page=3")).containsExactlyElementsOf(numbers.subList(4, 5));
        assertThat(list("page_size=2&page=4")).isEmpty();
        assertThat(list("page_size=1000&page=100000")).isEmpty();
    }

    @Test
    void listsAThousandAtMost() {
        var number = report(Map.of());
        jdbc.sql("""
                insert into grid_case (id, version, case_number, receipt_code, submission_key, channel, received_at,
                    reported_at, category, text, state, run, round, deadline_version, deadline_moved, moved_at, client)
                select -nr - :base, 0, 'T' || (nr + :base), 'T' || (nr + :base), 'thousand:' || (nr + :base), 'OPEN311',
                    received_at - interval '1 second' * nr, reported_at, category, text, 'REPORTED', 1, 1, 0, false,
                    moved_at, client
                from grid_case, generate_series(1, 1100) nr where id = :id""").param("id", id(number))
                .param("base", id(number) * 10_000).update();
        try {
            assertThat(list("")).hasSize(1_000).startsWith(number);
            assertThat(list("page=2")).hasSize(101);
        } finally {
            jdbc.sql("delete from grid_case where submission_key like 'thousand:%'").update();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start_date | yesterday
            start_date | 2026-01-01
            start_date | 2026-01-01T00:00:00
            start_date | 2026-13-01T00:00:00Z
            end_date   | +999999999-12-31T23:59:59Z
            end_date   | 1970-01-01T00:00:00Z
            updated_after | 0
            updated_before | 1 or 1=1
            status     | done
            page       | 0
            page       | -1
            page       | 1.5
            page       | 99999999999999999999
            page_size  | 1001
            page_size  | x
            lat        | 35.1
            radius     | 100
            radius     | 50001
            lat        | Infinity
            """)
    void saysWhichParameterIsWrong(String name, String value) {
        var refused = get("/requests.json?%s=%s".formatted(name, URLEncoder.encode(value, StandardCharsets.UTF_8)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused)).allSatisfy(error -> {
            assertThat(error.get("code").intValue()).isEqualTo(400);
            assertThat(error.get("description").asText()).matches("[a-z_]+：.+");
        });
        assertThat(get("/requests.xml?%s=%s".formatted(name, URLEncoder.encode(value, StandardCharsets.UTF_8))).body())
                .contains("<errors><error><code>400</code>");
    }

    @Test
    void refusesSpansOfMoreThanNinetyDays() {
        assertThat(get("/requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:00Z").statusCode())
                .isEqualTo(200);
        assertThat(get("/requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:01Z").statusCode())
                .isEqualTo(400);
        assertThat(get("/requests.json?start_date=2026-01-02T00:00:00Z&end_date=2026-01-01T00:00:00Z").statusCode())
                .isEqualTo(400);
        assertThat(get("/requests.json?start_date=2026-01-01T00:00:00+08:00").statusCode())
                .as("a plus that nobody escaped").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"service_request_id=%00", "service_request_id=%E2%80%AE", "service_code=%00",
            "service_request_id=%3Cscript%3E", "service_request_id=' or 1=1 --", "service_code=%25",
            "lat=%00&long=1&radius=1", "extensions=%00", "start_date=%FF%FE", "api_key=%00"})
    void hostileParametersDoNoHarm(String query) {
        var answer = get("/requests.json?" + query.replace(" ", "%20"));
        assertThat(answer.statusCode()).isIn(200, 400, 403);
        if (answer.statusCode() == 200) {
            assertThat(json(answer)).isEmpty();
        }
        assertThat(answer.body()).doesNotContain("Exception", "at io.", "select");
    }

    @Test
    void refusesTooManyNumbersAtOnce() {
        var numbers = String.join(",", IntStream.range(0, 1_001).mapToObj(String::valueOf).toList());
        assertThat(get("/requests.json?service_request_id=" + numbers).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> get(String path) {
        return program.get(path + "&api_key=" + key);
    }

    private JsonNode one(String number, String more) {
        var answer = get("/requests/%s.json?%s".formatted(number, more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer)).hasSize(1);
        return json(answer).get(0);
    }

    private List<String> list(String query) {
        var answer = get("/requests.json?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(json(answer).spliterator(), false)
                .map(it -> it.get("service_request_id").asText()).toList();
    }

    private String report(Map<String, String> fields) {
        var answer = program.report(key, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get(0).get("service_request_id").asText();
    }

    private long id(String number) {
        return jdbc.sql("select id from grid_case where case_number = ?").param(number).query(Long.class).single();
    }

    private String receipt(String number) {
        return jdbc.sql("select receipt_code from grid_case where case_number = ?").param(number).query(String.class)
                .single();
    }

    private void received(String number, Duration ago) {
        jdbc.sql("update grid_case set received_at = ? where case_number = ?")
                .params(Timestamp.from(Instant.now().minus(ago)), number).update();
    }
}
