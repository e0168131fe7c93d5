package io.gridloop.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The questions of the catalogue of matters, read from {@code questions.csv}; a bad row of it stops the start. */
@Component
public class Questions {

    private final Map<String, List<Question>> byCategory;

    Questions(Categories categories) {
        try (var content = new ClassPathResource(QuestionFile.NAME).getInputStream()) {
            byCategory = QuestionFile.read(content, code -> categories.find(code).isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All questions by the code of their category, in the order in which they are asked. */
    public Map<String, List<Question>> all() {
        return byCategory;
    }

    /** The questions of a category, in the order in which they are asked; none of an unknown one. */
    public List<Question> of(@Nullable String category) {
        return category == null ? List.of() : byCategory.getOrDefault(category, List.of());
    }

    /**
     * Reads what was typed to the questions of a category; what belongs to no question of it is not looked at.
     *
     * @param typed by the code of the question, as it came
     * @param complete whether a required question without an answer is a problem
     */
    public GivenAnswers read(@Nullable String category, Map<String, List<String>> typed, boolean complete) {
        var answers = new ArrayList<ReportAnswer>();
        var problems = new LinkedHashMap<String, String>();
        for (var question : of(category)) {
            var given = given(typed.get(question.code()));
            var problem = question.problem(given).filter(why -> complete || !given.isEmpty());
            problem.ifPresent(why -> problems.put(question.code(), why));
            if (problem.isEmpty() && !given.isEmpty()) {
                answers.add(new ReportAnswer(question.code(), question.text(), question.words(given)));
            }
        }
        return new GivenAnswers(answers, problems);
    }

    private static List<String> given(@Nullable List<String> typed) {
        return typed == null
                ? List.of()
                : typed.stream().filter(Objects::nonNull)
                        .map(it -> it.replace("\r\n", "\n").replace('\r', '\n').strip())
                        .filter(it -> !it.isEmpty()).distinct().toList();
    }
}
