package io.gridloop.intake;

import io.gridloop.cases.Question;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a report page brings to the questions of its category; nothing checked yet. It is shown again unchanged when
 * something is wrong.
 *
 * @param values by the code of the question
 * @param complete whether who answered was asked, so that a required answer must not be missing
 */
record SentAnswers(Map<String, List<String>> values, boolean complete) {

    private static final String PREFIX = "answer-";

    /** The answers of somebody who was not asked. */
    static SentAnswers none() {
        return new SentAnswers(Map.of(), false);
    }

    /** The answers to the questions of this category; those of others, which a page may bring too, do not count. */
    static SentAnswers of(HttpServletRequest request, String category) {
        var values = new TreeMap<String, List<String>>();
        String prefix = PREFIX + category + "-";
        request.getParameterMap().forEach((name, typed) -> {
            if (!category.isEmpty() && name.startsWith(prefix)) {
                values.put(name.substring(prefix.length()), Arrays.asList(typed));
            }
        });
        return new SentAnswers(values, true);
    }

    /** The answers of a phone that was without a network; whoever saved them is gone, and an old page asks nothing. */
    static SentAnswers later(@Nullable Map<String, List<String>> values) {
        return new SentAnswers(values == null ? Map.of() : new TreeMap<>(values), false);
    }

    /** Name and id of the field of a question. */
    static String field(String category, String code) {
        return PREFIX + category + "-" + code;
    }

    /** What was typed to a question; empty when nothing was. */
    public String typed(Question question) {
        return values.getOrDefault(question.code(), List.of()).stream().findFirst().orElse("");
    }

    /** Whether this option of a question was chosen. */
    public boolean chose(Question question, String key) {
        return values.getOrDefault(question.code(), List.of()).contains(key);
    }

    /** Tells these answers from others; empty without any. */
    String fingerprint() {
        return values.isEmpty() ? "" : values.toString();
    }
}
