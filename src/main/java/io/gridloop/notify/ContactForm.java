package io.gridloop.notify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about where they want to be reached. A blank field leaves what is known.
 *
 * @param dropMail not null when the address is to go
 * @param dropMobile not null when the number is to go
 */
record ContactForm(String mail, String mobile, @Nullable String dropMail, @Nullable String dropMobile) {

    private static final int LONGEST_MAIL = 254;
    private static final Pattern MAIL = Pattern
            .compile("[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    ContactForm {
        mail = Objects.requireNonNullElse(mail, "").strip();
        mobile = Objects.requireNonNullElse(mobile, "").strip();
    }

    /** What is wrong, in Chinese, by the name of the field. */
    Map<String, String> problems() {
        var problems = new LinkedHashMap<String, String>();
        if (!mail.isEmpty() && (mail.length() > LONGEST_MAIL || !MAIL.matcher(mail).matches())) {
            problems.put("mail", "请填写完整的邮箱地址，例如 name@example.com。");
        }
        if (!mobile.isEmpty() && !MOBILE.matcher(digits()).matches()) {
            problems.put("mobile", "请填写11位手机号码。");
        }
        return problems;
    }

    /** What is known afterwards. Only without problems. */
    Contact over(Contact known) {
        return new Contact(next(dropMail, mail, known.mail()), next(dropMobile, digits(), known.mobile()));
    }

    private String digits() {
        return mobile.replaceAll("[ -]", "").replaceFirst("^(\\+?86)(?=1\\d{10}$)", "");
    }

    private static @Nullable String next(@Nullable String drop, String typed, @Nullable String known) {
        return drop != null ? null : typed.isEmpty() ? known : typed;
    }
}
