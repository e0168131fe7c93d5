package io.gridloop.cases;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/**
 * Speakable numbers of cases, such as {@code WZ26-000123-4}: county, year, serial, check digit. The check digit is
 * Verhoeff's, which finds every wrong digit and every two neighbours that changed places.
 */
final class CaseNumber {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2,4}(\\d{2})-(\\d{6,9})-(\\d)");

    private CaseNumber() {}

    /** The number for a serial of a year. */
    static String of(String county, int year, long serial) {
        var body = "%02d%06d".formatted(year % 100, serial);
        return "%s%s-%s-%s".formatted(county, body.substring(0, 2), body.substring(2), checkDigit(body));
    }

    /** Whether the check digit fits. */
    static boolean valid(String number) {
        var parts = SHAPE.matcher(number);
        return parts.matches()
                && VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.isValid(parts.group(1) + parts.group(2) + parts.group(3));
    }

    /** A number as people write it, in its stored form. */
    static String tidy(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s　]", "").replaceAll("[－–—]", "-");
    }

    private static String checkDigit(String digits) {
        try {
            return VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.calculate(digits);
        } catch (CheckDigitException e) {
            throw new IllegalArgumentException(digits, e);
        }
    }
}
