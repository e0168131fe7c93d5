package io.gridloop.intake.open311;

import static io.gridloop.intake.open311.Open311Program.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gridloop.cases.CaseWalk;
import io.gridloop.security.TestKeys;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A county that publishes the accepted cases of public space. */
@Open311Test
@TestPropertySource(properties = "gridloop.open311.publish=all")
class Open311PublishedTests {

    @LocalServerPort
    int port;

    @Autowired
    TestKeys keys;

    @Autowired
    CaseWalk walk;

    @Autowired
    JdbcClient jdbc;

    private Open311Program program;

    @BeforeEach
    void aProgram() {
        program = new Open311Program(port);
    }

    @Test
    void everybodySeesAcceptedCasesOfPublicSpaceAndNothingOfTheirReporters() {
        long id = walk.beingHandled();
        jdbc.sql("update grid_case set text = '垃圾三天没人清，电话13900001111' where id = ?").param(id).update();
        var shown = shown(id);
        assertThat(shown.get("description").asText()).isEqualTo("垃圾三天没人清，电话139****1111");
        assertThat(shown.get("notes").get(0).get("description").asText()).startsWith("已收到反映");
        assertThat(shown.toString()).doesNotContain("您的", "李某", "5678", "李丽娟", receipt(id));
        walk.handled(id);
        walk.answerVerification(id, Map.of("decision", "pass"));
        walk.close(id);
        assertThat(shown(id).get("status").asText()).isEqualTo("closed");
        assertThat(shown(id).get("status_notes").asText()).isEqualTo("所反映的事项已办结。处置结果：已清运垃圾并冲洗地面");
    }

    @Test
    void nobodySeesWhatNoPersonHasAcceptedYet() {
        assertThat(isShown(walk.waitingForAcceptance())).isFalse();
    }

    @Test
    void nobodySeesWhatIsPrivateByItsKind() {
        long id = walk.beingHandled();
        jdbc.sql("update grid_case set category = '07-01' where id = ?").param(id).update();
        assertThat(isShown(id)).isFalse();
    }

    @Test
    void nobodySeesWhatWasTurnedAwayOrMerged() {
        long original = walk.beingHandled();
        assertThat(isShown(walk.mergedInto(original))).isFalse();
        long withdrawn = walk.beingHandled();
        jdbc.sql("update grid_case set decided = 'WITHDRAWN' where id = ?").param(withdrawn).update();
        assertThat(isShown(withdrawn)).isFalse();
    }

    @Test
    void onlyTheProgramThatSentThemSeesItsOtherCasesAndPictures() {
        var key = keys.create(600);
        var number = json(program.report(key, Map.of("media_url", "https://pictures.example/1.jpg"))).get(0)
                .get("service_request_id").asText();
        assertThat(program.get("/requests/%s.json".formatted(number)).statusCode()).isEqualTo(404);
        assertThat(program.get("/requests/%s.json?api_key=%s".formatted(number, key)).statusCode()).isEqualTo(200);
        long id = jdbc.sql("select id from grid_case where case_number = ?").param(number).query(Long.class).single();
        walk.register(id);
        walk.answerAcceptance(id, Map.of("decision", "accept", "handlingLevel", "community"));
        assertThat(shown(id).get("media_url").isNull()).isTrue();
        assertThat(json(program.get("/requests/%s.json?api_key=%s".formatted(number, key))).get(0).get("media_url")
                .asText()).isEqualTo("https://pictures.example/1.jpg");
    }

    private JsonNode shown(long id) {
        var answer = program.get("/requests/%s.json?extensions=true".formatted(walk.view(id).caseNumber()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get(0);
    }

    private boolean isShown(long id) {
        var number = walk.view(id).caseNumber();
        var listed = StreamSupport.stream(json(program.get("/requests.json?start_date=2001-01-01T00:00:00Z&end_date="
                + "2001-01-02T00:00:00Z&service_request_id=" + number)).spliterator(), false).count() > 0;
        assertThat(program.get("/requests/%s.json".formatted(number)).statusCode()).isEqualTo(listed ? 200 : 404);
        return listed;
    }

    private String receipt(long id) {
        return walk.receiptCode(id);
    }
}
