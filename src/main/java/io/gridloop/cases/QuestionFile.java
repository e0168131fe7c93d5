package io.gridloop.cases;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code questions.csv}. */
final class QuestionFile {

    static final String NAME = "questions.csv";

    private static final int LONGEST = 100;
    /** Codes that begin with EMERGENCY belong to what Open311 asks of dangerous matters anyway. */
    private static final Pattern CODE = Pattern.compile("(?!EMERGENCY)[A-Z][A-Z0-9_]{1,29}");
    private static final Pattern OPTION = Pattern.compile("([a-z0-9_-]{1,30}):([^:]{1,40})");

    private record Row(int order, Question question) {

        boolean clashesWith(Row other) {
            return question.category().equals(other.question.category())
                    && (order == other.order || question.code().equals(other.question.code()));
        }
    }

    private QuestionFile() {}

    /**
     * The questions by the code of their category, in the order of their numbers.
     *
     * @param categories knows the codes of categories
     * @throws IllegalStateException naming the line of the first bad row
     */
    static Map<String, List<Question>> read(InputStream content, Predicate<String> categories) throws IOException {
        var rows = new ArrayList<Row>();
        for (var line : CatalogueLine.all(NAME, content)) {
            var row = row(line);
            line.require(categories.test(row.question().category()), "there is no category with this code");
            line.require(rows.stream().noneMatch(row::clashesWith), "its category has this code or order already");
            rows.add(row);
        }
        return rows.stream().sorted(Comparator.comparingInt(Row::order)).map(Row::question)
                .collect(Collectors.groupingBy(Question::category, LinkedHashMap::new, Collectors.toList()));
    }

    private static Row row(CatalogueLine line) {
        var order = line.field("order");
        line.require(order.matches("[1-9]\\d?"), "order is a number from 1 to 99");
        var code = line.field("code");
        line.require(CODE.matcher(code).matches(),
                "code is 2 to 30 capital letters, digits and underscores and does not begin with EMERGENCY");
        var required = line.field("required");
        line.require(required.equals("yes") || required.equals("no"), "required is yes or no");
        var hint = line.field("hint");
        line.require(hint.length() <= LONGEST, "hint has at most %d characters".formatted(LONGEST));
        var kind = kind(line);
        return new Row(Integer.parseInt(order), new Question(line.field("category"), code,
                line.text("question", LONGEST), kind, required.equals("yes"), options(line, kind), hint));
    }

    private static AnswerKind kind(CatalogueLine line) {
        return AnswerKind.of(line.field("kind")).orElseThrow(() -> line.bad("kind is one of " + Arrays
                .stream(AnswerKind.values()).map(AnswerKind::datatype).collect(Collectors.joining(", "))));
    }

    private static List<Question.Option> options(CatalogueLine line, AnswerKind kind) {
        var options = line.list("options").stream().map(it -> option(line, it)).toList();
        line.require(kind.isChoice() != options.isEmpty(), "lists have options, and nothing else has");
        line.require(options.stream().map(Question.Option::key).distinct().count() == options.size(),
                "each key of options comes once");
        return options;
    }

    private static Question.Option option(CatalogueLine line, String typed) {
        var option = OPTION.matcher(typed);
        line.require(option.matches(), "options are key:name, divided by |, not " + typed);
        return new Question.Option(option.group(1), option.group(2));
    }
}
