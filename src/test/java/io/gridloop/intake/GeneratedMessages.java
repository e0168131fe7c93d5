package io.gridloop.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Messages as residents might write them, from a seed: a hundred to two hundred characters, one in a hundred bad, one
 * in thirty much like an earlier one, half of them with category and grid.
 */
final class GeneratedMessages {

    static final List<String> HEADER = List.of("message_id", "received_at", "subject", "detail", "category", "grid",
            "name", "contact");
    private static final String[] THINGS = {"路灯", "井盖", "垃圾箱", "健身器材", "电动车棚", "下水道", "围墙", "公交站牌", "绿化带", "人行道"};
    private static final String[] TROUBLES = {"坏了很久没人修", "被占用得走不过去", "夜里吵得睡不着", "一下雨就积水", "堆满杂物有火灾危险", "收费却没有票据"};
    private static final String[] WISHES = {"请派人来看一下", "希望给个说法", "盼早日解决", "请回复处理时间"};
    private static final String[] CATEGORIES = {"01-04", "06-12"};
    private static final String[] GRIDS = {"G0101", "G0102", "G0103"};

    private final Random random;
    private final List<String> told = new ArrayList<>();

    GeneratedMessages(long seed) {
        random = new Random(seed);
    }

    List<String> row(int number) {
        boolean placed = random.nextBoolean();
        String text = random.nextInt(30) == 0 && !told.isEmpty() ? "再次反映：" + one(told) : message();
        told.add(text);
        if (told.size() > 500) {
            told.removeFirst();
        }
        return List.of(
                String.valueOf(number),
                number % 100 == 50
                        ? "不知道哪天"
                        : "2026-%02d-%02dT08:30:00".formatted(1 + number % 10, 1 + random.nextInt(28)),
                text.substring(0, Math.min(20, text.length())),
                text,
                placed ? one(CATEGORIES) : "",
                placed ? one(GRIDS) : "",
                random.nextInt(3) == 0 ? "张三" : "",
                random.nextInt(3) == 0 ? "0391-7212345" : "");
    }

    private String message() {
        StringBuilder text = new StringBuilder();
        int sentences = 3 + random.nextInt(4);
        for (int i = 0; i < sentences; i++) {
            text.append(words(2)).append("路").append(random.nextInt(900)).append("号").append(words(3)).append("小区的")
                    .append(one(THINGS)).append(one(TROUBLES)).append("；").append(words(6)).append("。");
        }
        return text.append(one(WISHES)).append("。").toString();
    }

    /** Characters in no order: texts of different people share few sequences. */
    private String words(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) (0x4E00 + random.nextInt(3_000)));
        }
        return word.toString();
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
