package io.gridloop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedAtTests {

    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

    @ParameterizedTest
    @CsvSource({
            "2019-04-25T09:32:09, 2019-04-25T01:32:09Z",
            "2019-04-25T09:32:09.123, 2019-04-25T01:32:09.123Z",
            "2019-04-25T09:32:09+08:00, 2019-04-25T01:32:09Z",
            "2019-04-25T09:32:09Z, 2019-04-25T09:32:09Z",
            "2019-04-25 09:32, 2019-04-25T01:32:00Z",
            "2019/4/5 9:32:09, 2019-04-05T01:32:09Z",
            "2019年4月5日 9:32, 2019-04-05T01:32:00Z",
            "2019-04-25, 2019-04-24T16:00:00Z"
    })
    void readsLocalTimesAndOffsets(String text, Instant expected) {
        assertThat(ReceivedAt.of(text, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-02-30", "昨天", "2019-13-01", "2019-04-25T25:00", "04/25/2019", "1556155929"})
    void refusesWhatIsNoTime(String text) {
        assertThatExceptionOfType(RowProblem.class)
                .isThrownBy(() -> ReceivedAt.of(text, NOW))
                .withMessageStartingWith("时间无法识别");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T12:00:01, 受理时间在将来", "0019-04-25, 受理时间早于 1990 年"})
    void refusesTimesThatCannotBe(String text, String reason) {
        assertThatExceptionOfType(RowProblem.class)
                .isThrownBy(() -> ReceivedAt.of(text, NOW))
                .withMessageStartingWith(reason);
    }
}
