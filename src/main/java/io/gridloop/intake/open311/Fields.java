package io.gridloop.intake.open311;

import io.gridloop.cases.PlainText;
import io.gridloop.intake.SubmissionKey;
import io.gridloop.territory.Degrees;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The parameters of a request. One that is empty counts as none (the specification's rule of optional arguments); what
 * is wrong with them gathers here, in Chinese, each beginning with the name of the parameter.
 */
final class Fields {

    private static final int MOST_TOLD = 20;

    private final Map<String, String[]> sent;
    private final List<String> problems = new ArrayList<>();

    Fields(Map<String, String[]> sent) {
        this.sent = sent;
    }

    /** Names of all parameters. */
    Set<String> names() {
        return sent.keySet();
    }

    /** Whether a parameter was sent and is not empty. */
    boolean has(String name) {
        return values(name).findFirst().isPresent();
    }

    /** Notes that a parameter cannot be used. */
    void wrong(String name, String why) {
        problems.add(name + "：" + why);
    }

    /** @throws Refused with what was noted, as much of it as a person reads */
    void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw Refused.wrong(problems.stream().limit(MOST_TOLD).toList());
        }
    }

    /**
     * Text of at most {@code max} characters, its line breaks as {@code \n}; of several values the first. What cannot
     * be used counts as none from here on, so that nobody behind has to fear its length.
     */
    Optional<String> text(String name, int max) {
        var text = values(name).findFirst();
        var problem = text.flatMap(it -> PlainText.problem(it, max));
        problem.ifPresent(why -> wrong(name, why));
        return problem.isPresent() ? Optional.empty() : text;
    }

    /** All values of a parameter that comes several times, their line breaks as {@code \n}. */
    List<String> texts(String name) {
        return values(name).toList();
    }

    /** Values of a list: the parameter may come several times, and each may hold several values between commas. */
    List<String> list(String name, int max) {
        var list = values(name).flatMap(it -> Arrays.stream(it.split(","))).map(String::strip)
                .filter(it -> !it.isEmpty()).distinct().toList();
        if (list.size() > max) {
            wrong(name, "一次最多%d个".formatted(max));
        }
        if (list.stream().anyMatch(it -> PlainText.problem(it, 100).isPresent())) {
            wrong(name, "含有过长的值或不可见字符");
        }
        return list;
    }

    /** A moment in the W3C format. */
    Optional<Instant> time(String name) {
        var typed = values(name).findFirst();
        var time = typed.flatMap(W3cTime::parse);
        if (typed.isPresent() && time.isEmpty()) {
            wrong(name, "请用带时区的W3C格式，例如2026-01-01T00:00:00+08:00或2025-12-31T16:00:00Z");
        }
        return time;
    }

    /** Degrees from {@code -most} to {@code most}. */
    Optional<Double> degrees(String name, int most) {
        var typed = values(name).findFirst();
        var degrees = typed.flatMap(Degrees::parse).filter(it -> Math.abs(it) <= most);
        if (typed.isPresent() && degrees.isEmpty()) {
            wrong(name, "请填-%d到%d之间的十进制度数（WGS84）".formatted(most, most));
        }
        return degrees;
    }

    /** A whole number from 1 to {@code most}. */
    Optional<Integer> number(String name, int most) {
        var typed = values(name).findFirst();
        var number = typed.filter(it -> it.matches("\\d{1,9}")).map(Integer::valueOf)
                .filter(it -> it >= 1 && it <= most);
        if (typed.isPresent() && number.isEmpty()) {
            wrong(name, "请填1到%d之间的整数".formatted(most));
        }
        return number;
    }

    /** Whether a parameter is {@code true}. */
    boolean on(String name) {
        return values(name).anyMatch("true"::equalsIgnoreCase);
    }

    /** SHA-256 of all that was sent, but for one parameter, whatever its order. */
    String digest(String but) {
        var content = new TreeMap<String, List<String>>();
        sent.forEach((name, values) -> content.put(name, List.of(values)));
        content.remove(but);
        return SubmissionKey.sha256(content.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Stream<String> values(String name) {
        return Arrays.stream(sent.getOrDefault(name, new String[0]))
                .map(it -> it.replace("\r\n", "\n").replace('\r', '\n').strip())
                .filter(it -> !it.isEmpty());
    }
}
