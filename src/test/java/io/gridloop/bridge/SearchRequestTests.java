package io.gridloop.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchRequestTests {

    @Test
    void takesAnOperatorWithoutValuesForNoCondition() {
        assertThat(search("{'filter': {'state': {'$eq': 'ACTIVE', '$in': [], '$notIn': [], '$neq': null}}}"))
                .containsExactly("1", "3");
        assertThat(search("{'filter': {'state': {'$in': []}, 'key': null}}")).containsExactly("1", "2", "3");
    }

    @Test
    void comparesKeysAsTextAndAsNumbers() {
        assertThat(search("{'filter': {'key': 2}}")).containsExactly("2");
        assertThat(search("{'filter': {'key': {'$in': ['1', '2'], '$notIn': ['1']}}}")).containsExactly("2");
    }

    @Test
    void findsOneOfSeveralValues() {
        assertThat(search("{'filter': {'candidateGroup': 'leaders'}}")).containsExactly("3");
    }

    @Test
    void refusesAConditionThatItDoesNotKnow() {
        assertThatThrownBy(() -> search("{'filter': {'weather': 'fine'}}")).hasMessageContaining("weather");
        assertThatThrownBy(() -> search("{'filter': {'key': {'$gt': 1}}}")).hasMessageContaining("$gt");
    }

    @Test
    void ordersNumbersAsNumbersAndKeepsEqualsInPlace() {
        assertThat(search("{'sort': [{'field': 'version', 'order': 'DESC'}]}")).containsExactly("3", "1", "2");
        assertThat(search("{'sort': [{'field': 'state', 'order': 'ASC'}]}")).containsExactly("1", "3", "2");
    }

    @Test
    void answersOnePage() {
        assertThat(search("{'page': {'from': 1, 'limit': 1}}")).containsExactly("2");
    }

    private static List<String> search(String request) {
        var body = Json.read(request.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return new SearchRequest(body)
                .answer(Stream.of(item("1", "ACTIVE", 9), item("2", "COMPLETED", 9), item("3", "ACTIVE", 10)))
                .path("items")
                .findValuesAsText("key");
    }

    private static ObjectNode item(String key, String state, int version) {
        ObjectNode item = Json.object().put("key", key).put("state", state).put("version", version);
        item.putArray("candidateGroups").add(version == 10 ? "leaders" : "officers");
        return item;
    }
}
