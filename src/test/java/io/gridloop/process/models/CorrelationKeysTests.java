package io.gridloop.process.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A diagram waits for the key that gridloop sends; of another one nobody would ever hear. */
class CorrelationKeysTests {

    @ParameterizedTest
    @ValueSource(longs = {7, 4_711, 1_000_000, 123_456_789_012L})
    void waitsForAWithdrawalUnderTheKeyOfItsCaseAndRun(long caseId) throws Exception {
        assertThat(Feel.value(correlationKey("Msg_CaseWithdrawn"), Map.of("caseId", caseId, "run", 2)))
                .isEqualTo(caseId + "#2");
    }

    private static String correlationKey(String message) throws Exception {
        var file = Path.of("processes/GridCaseProcess.bpmn");
        return Diagram.read(file.toString(), Files.readAllBytes(file)).all(Message.class)
                .filter(it -> message.equals(it.getName()))
                .flatMap(it -> Diagram.extensions(it, ZeebeSubscription.class))
                .map(it -> it.getCorrelationKey().substring(1)).findFirst().orElseThrow();
    }
}
