package io.gridloop.intake;

import io.gridloop.cases.PlainText;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a form: for each field (by its id on the page) one sentence in Chinese, in the page's order. */
final class Problems {

    private final Map<String, String> sentences = new LinkedHashMap<>();

    /** Notes a problem; the first one of a field stays. */
    void add(String field, String sentence) {
        sentences.putIfAbsent(field, sentence);
    }

    /** Checks a free text that must be there; {@code label} is its name on the page. */
    void requireText(String field, String label, String value, int min, int max) {
        if (value.codePointCount(0, value.length()) < min) {
            add(field, value.isEmpty() ? "请填写“" + label + "”" : "“" + label + "”太短了，至少写 " + min + " 个字");
        } else {
            allowText(field, value, max);
        }
    }

    /** Checks a free text that may be missing. */
    void allowText(String field, String value, int max) {
        PlainText.problem(value, max).ifPresent(sentence -> add(field, sentence));
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return sentences.isEmpty();
    }

    /** Whether this field is wrong. */
    public boolean has(String field) {
        return sentences.containsKey(field);
    }

    /** The sentence of a field that is wrong. */
    public String of(String field) {
        return sentences.getOrDefault(field, "");
    }

    /** All fields that are wrong with their sentences. */
    public Map<String, String> all() {
        return sentences;
    }
}
