package io.gridloop.intake.open311;

import io.gridloop.intake.Phone;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who reports, as far as they say. One way to reach them is enough: the phone or, without one, the mail. What else the
 * specification lets a program send about them, {@code device_id} and {@code account_id}, is not kept.
 *
 * @param name the whole name
 * @param contact phone or mail
 */
record Reporter(@Nullable String name, @Nullable String contact) {

    private static final int LONGEST = 60;
    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,40}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*");

    /** What is wrong is noted in the fields. */
    static Reporter of(Fields fields) {
        var phone = fields.text("phone", LONGEST);
        var mail = fields.text("email", LONGEST);
        if (phone.filter(it -> !Phone.isValid(it)).isPresent()) {
            fields.wrong("phone", "请填11位手机号，或带区号的座机号；也可以不填");
        }
        if (mail.filter(it -> !MAIL.matcher(it).matches()).isPresent()) {
            fields.wrong("email", "电子邮箱不完整；也可以不填");
        }
        fields.text("device_id", 100);
        return new Reporter(name(fields).orElse(null), phone.or(() -> mail).orElse(null));
    }

    /** In Chinese the family name comes first, without a blank. */
    private static Optional<String> name(Fields fields) {
        var first = fields.text("first_name", LONGEST / 2 - 1);
        var last = fields.text("last_name", LONGEST / 2);
        var chinese = Stream.of(first, last).flatMap(Optional::stream).anyMatch(it -> CHINESE.matcher(it).matches());
        var name = (chinese ? Stream.of(last, first) : Stream.of(first, last)).flatMap(Optional::stream)
                .collect(Collectors.joining(chinese ? "" : " "));
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
