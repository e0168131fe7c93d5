package io.gridloop.intake.open311;

import static io.gridloop.intake.open311.Open311Program.FORM;
import static io.gridloop.intake.open311.Open311Program.encoded;
import static io.gridloop.intake.open311.Open311Program.json;
import static io.gridloop.intake.open311.Open311Program.xml;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gridloop.cases.Questions;
import io.gridloop.security.TestKeys;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a service asks beyond place and description, and what a program answers. */
@Open311Test
class Open311QuestionsTests {

    @LocalServerPort
    int port;

    @Autowired
    TestKeys keys;

    @Autowired
    Questions questions;

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
    void saysOfWhichServicesTheDefinitionAsksMore() {
        assertThat(json(program.get("/services.json"))).filteredOn(it -> it.get("metadata").booleanValue())
                .extracting(it -> it.get("service_code").asText()).containsAll(questions.all().keySet())
                .doesNotContain("01-02");
    }

    @Test
    void describesEachQuestionAsTheSpecificationHasIt() {
        var attributes = json(program.get("/services/03-01.json")).get("attributes");
        assertThat(attributes).extracting(it -> it.get("code").asText()).containsExactly("HOURS", "SINCE");
        var hours = attributes.get(0);
        assertThat(hours.fieldNames()).toIterable().containsExactly("variable", "code", "datatype", "required",
                "datatype_description", "order", "description", "values");
        assertThat(hours.get("variable").booleanValue()).isTrue();
        assertThat(hours.get("datatype").asText()).isEqualTo("multivaluelist");
        assertThat(hours.get("required").booleanValue()).isTrue();
        assertThat(hours.get("datatype_description").asText()).isEqualTo("可以选几项");
        assertThat(hours.get("order").intValue()).isEqualTo(1);
        assertThat(hours.get("description").asText()).isEqualTo("一般在什么时段吵");
        assertThat(hours.get("values")).extracting(it -> it.get("key").asText()).containsExactly("noon", "evening",
                "night");
        assertThat(hours.get("values").get(2).get("name").asText()).isEqualTo("0点到早上6点");
        assertThat(attributes.get(1).get("datatype").asText()).isEqualTo("datetime");
        var root = xml(program.get("/services/03-01.xml"));
        assertThat(root.getElementsByTagName("attribute").getLength()).isEqualTo(2);
        assertThat(root.getElementsByTagName("value").getLength()).isEqualTo(3);
        assertThat(root.getElementsByTagName("key").item(0).getTextContent()).isEqualTo("noon");
    }

    @Test
    void asksAfterTheQuestionWhetherSomebodyIsInDanger() {
        assertThat(json(program.get("/services/05-01.json")).get("attributes"))
                .extracting(it -> it.get("order").intValue() + " " + it.get("code").asText())
                .containsExactly("1 EMERGENCY_NOTE", "2 EMERGENCY", "3 WHAT", "4 HURT");
    }

    @Test
    void keepsTheAnswersWithTheCase() {
        var sent = post("attribute[HOURS][]", "night", "attribute[HOURS][]", "noon", "attribute[SINCE]",
                "2026-11-28T14:30:00Z");
        assertThat(sent.get(0).get("service_request_id").asText()).satisfies(number -> assertThat(answers(number))
                .containsExactly("HOURS=中午12点到14点半、0点到早上6点", "SINCE=2026-11-28 22:30"));
        var one = post("attribute[HOURS]", "evening", "attribute[SINCE]", "");
        assertThat(answers(one.get(0).get("service_request_id").asText())).containsExactly("HOURS=晚上22点到24点");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attribute[HOURS]   |            | attribute[HOURS]：请回答“一般在什么时段吵”
            attribute[HOURS]   | always     | attribute[HOURS]：“一般在什么时段吵”：请从列出的选项里选
            attribute[POLE]    | 7          | attribute[POLE]：这个服务类别没有这一项
            attribute[EMERGENCY] | 119      | attribute[EMERGENCY]：这个服务类别没有这一项
            """)
    void whatIsMissingOrWrongIsRefusedAndNothingIsStored(String name, String value, String why) {
        var before = cases();
        var refused = program.report(key, Map.of("service_code", "03-01", name, value == null ? "" : value));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused)).extracting(it -> it.get("code").intValue()).containsOnly(400);
        assertThat(json(refused)).extracting(it -> it.get("description").asText()).contains(why);
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void answersBelongToTheContentOfAnIdempotencyKey() {
        var once = UUID.randomUUID().toString();
        var fields = Map.of("service_code", "03-01", "attribute[HOURS]", "night");
        var first = program.report(key, fields, "Idempotency-Key", once);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(json(program.report(key, fields, "Idempotency-Key", once))).isEqualTo(json(first));
        assertThat(program.report(key, Map.of("service_code", "03-01", "attribute[HOURS]", "noon"), "Idempotency-Key",
                once).statusCode()).isEqualTo(422);
    }

    @Test
    void showsNobodyTheAnswersNotEvenTheProgram() {
        var number = json(program.report(key, Map.of("service_code", "04-02", "attribute[PLATE]", "豫H12345"))).get(0)
                .get("service_request_id").asText();
        assertThat(answers(number)).containsExactly("PLATE=豫H12345");
        for (var path : List.of("/requests/%s.json?extensions=true&api_key=%s", "/requests/%s.json?api_key=%s")) {
            assertThat(program.get(path.formatted(number, key)).body()).doesNotContain("豫H12345");
        }
    }

    private JsonNode post(String... pairs) {
        var form = new StringBuilder(encoded(Map.of("api_key", key, "service_code", "03-01", "address_id", "G0101")));
        for (int i = 0; i < pairs.length; i += 2) {
            form.append("&").append(encoded(Map.of(pairs[i], pairs[i + 1])));
        }
        var answer = program.post("/requests.json", FORM, form.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private List<String> answers(String number) {
        return jdbc.sql("""
                select code || '=' || answer from case_answer
                where case_id = (select id from grid_case where case_number = ?) order by id""").param(number)
                .query(String.class).list();
    }

    private long cases() {
        return jdbc.sql("select count(*) from grid_case").query(Long.class).single();
    }
}
