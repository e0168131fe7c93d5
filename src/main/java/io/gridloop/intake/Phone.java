package io.gridloop.intake;

import java.util.regex.Pattern;

/** Telephone numbers of the mainland: a mobile number or a landline, with or without blanks and dashes. */
public final class Phone {

    private static final Pattern MOBILE = Pattern.compile("(\\+?86)?1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("(0\\d{2,3})?[2-9]\\d{6,7}");

    private Phone() {}

    /** Whether a text is such a number. */
    public static boolean isValid(String text) {
        String digits = text.replaceAll("[\\s\\-()（）]", "");
        return MOBILE.matcher(digits).matches() || LANDLINE.matcher(digits).matches();
    }
}
