package io.gridloop.notify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is sent, in Chinese, without anything that a reporter told.
 *
 * @param about which case, or how many messages
 * @param todo what is to be done
 * @param link where in gridloop
 * @param details one line each
 * @param logins whom it is for
 */
record Message(String about, String todo, String link, List<String> details, Set<String> logins) {

    private static final int MOST_LINES = 10;
    private static final String REST = "…";

    /** One message of everything that waits for the same recipient, the oldest first. */
    static Message of(List<Delivery> bundle, String home) {
        var logins = bundle.stream().map(Delivery::login).collect(Collectors.toSet());
        if (bundle.size() == 1) {
            var only = bundle.getFirst();
            return new Message(only.about(), only.todo(), home + only.path(), only.details().lines().toList(), logins);
        }
        var lines = bundle.stream().map(each -> each.about() + "：" + each.todo()).toList();
        var rest = lines.size() > MOST_LINES ? Stream.of("……") : Stream.<String>empty();
        return new Message("%d条消息".formatted(lines.size()), "请登录查看", home + "/desk",
                Stream.concat(lines.stream().limit(MOST_LINES), rest).toList(), logins);
    }

    /** In one line. */
    String title() {
        return about + "：" + todo;
    }

    /** Title, link and details; the end may be cut off. */
    String text() {
        return Stream.concat(Stream.of(title(), link), details.stream()).collect(Collectors.joining("\n"));
    }

    /** The text in at most so many bytes of UTF-8, cut between two characters; … stands for the rest. */
    String cut(int mostBytes) {
        var text = text();
        if (bytes(text) <= mostBytes) {
            return text;
        }
        int end = 0;
        for (int left = mostBytes - bytes(REST); left >= 0;) {
            int next = text.offsetByCodePoints(end, 1);
            left -= bytes(text.substring(end, next));
            end = left < 0 ? end : next;
        }
        return text.substring(0, end) + REST;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
