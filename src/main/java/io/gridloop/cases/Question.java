package io.gridloop.cases;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a category asks beyond place and description.
 *
 * @param category code of the {@link Category}
 * @param code names it among the questions of its category: capital letters, digits and underscores
 * @param text what is asked, in Chinese, at most 100 characters
 * @param kind what answers it
 * @param required whether who reports has to answer
 * @param options what can be chosen; none unless the kind is a choice
 * @param hint how to answer, in Chinese; may be empty
 */
public record Question(String category, String code, String text, AnswerKind kind, boolean required,
        List<Option> options, String hint) {

    /**
     * One of several answers.
     *
     * @param key names it among them
     * @param name in Chinese
     */
    public record Option(String key, String name) {}

    /**
     * Why this is no answer, in Chinese.
     *
     * @param typed what was typed or chosen, nothing of it empty
     */
    Optional<String> problem(List<String> typed) {
        return typed.isEmpty()
                ? Problems.unless(!required, "请回答“%s”".formatted(text))
                : whyNot(typed).map(why -> "“%s”：%s".formatted(text, why));
    }

    private Optional<String> whyNot(List<String> typed) {
        if (kind != AnswerKind.SEVERAL_CHOICES && typed.size() > 1) {
            return Optional.of("只能有一个回答");
        }
        return kind.isChoice()
                ? Problems.unless(typed.stream().allMatch(this::offers), "请从列出的选项里选")
                : kind.problem(typed.getFirst());
    }

    private boolean offers(String key) {
        return options.stream().anyMatch(it -> it.key().equals(key));
    }

    /** A good answer as people read it. */
    String words(List<String> typed) {
        return kind.isChoice()
                ? options.stream().filter(it -> typed.contains(it.key())).map(Option::name)
                        .collect(Collectors.joining("、"))
                : kind.words(typed.getFirst());
    }
}
