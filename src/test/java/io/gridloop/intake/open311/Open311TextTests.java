package io.gridloop.intake.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;

/** How things are written. */
class Open311TextTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void namesTheItemsOfAListAndKeepsEmptyElements() {
        var tree = JSON.valueToTree(Map.of("formats", List.of("a", "b")));
        assertThat(XmlText.of("endpoint", tree)).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<endpoint><formats><format>a</format><format>b</format></formats></endpoint>");
        assertThat(XmlText.of("account_id", JSON.nullNode())).endsWith("<account_id></account_id>");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0, 0x8, 0x1f, 0xfffe, 0xffff, 0xd800})
    void leavesOutWhatXmlCannotHold(int point) {
        assertThat(XmlText.of("x", JSON.getNodeFactory().textNode("一" + (char) point + "二"))).endsWith("<x>一二</x>");
    }

    @Test
    void keepsAllOtherText() {
        assertThat(XmlText.of("x", JSON.getNodeFactory().textNode("<&>]]>\n\t𠮷😀"))).endsWith(
                "<x>&lt;&amp;&gt;]]&gt;\n\t𠮷😀</x>");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T10:00:00Z,2026-11-23T10:00:00Z", "2026-11-23T18:00:00+08:00,2026-11-23T10:00:00Z",
            "2026-11-23T18:00:00 08:00,2026-11-23T10:00:00Z", "2026-11-23T18:00+08:00,2026-11-23T10:00:00Z",
            "2026-11-23T10:00:00.25Z,2026-11-23T10:00:00.250Z"})
    void readsMomentsWithTheirOffset(String text, Instant moment) {
        assertThat(W3cTime.parse(text)).hasValue(moment);
    }

    @Test
    void writesMomentsInChinasTimeToTheSecond() {
        assertThat(W3cTime.of(Instant.parse("2026-12-31T16:00:00.999Z"))).isEqualTo("2027-01-01T00:00:00+08:00");
        assertThat(W3cTime.of(null)).isNull();
    }

    @Test
    void saysThatTheDatabaseIsAwayAndToTryAgain() {
        var answer = new Open311Errors().databaseAway(new CannotCreateTransactionException("secret"),
                new MockHttpServletRequest("POST", "/open311/v2/requests.json"));
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("30");
        assertThat(new String(answer.getBody())).startsWith("[{\"code\":503,").doesNotContain("secret");
    }

    @Test
    void tellsNobodyWhatFailed() {
        var answer = new Open311Errors().unexpected(new IllegalStateException("secret"),
                new MockHttpServletRequest("GET", "/open311/v2/requests.xml"));
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(new String(answer.getBody())).contains("<code>500</code>").doesNotContain("secret");
    }
}
