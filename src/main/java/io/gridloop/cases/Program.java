package io.gridloop.cases;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A program outside gridloop that sends reports.
 *
 * @param client names the program, always by the same 1 to 40 characters; who asks by this name may see what became of
 *     its cases, see {@link PublishedCases}
 * @param mediaUrl address of a picture that belongs to the report, at most {@link #LONGEST_URL} characters; gridloop
 *     shows it to staff and never opens it
 * @param digest tells what the program sent from any other content, 64 characters; the same submission key with another
 *     digest is refused
 */
public record Program(String client, @Nullable String mediaUrl, String digest) {

    /** Longest address of a picture, in characters. */
    public static final int LONGEST_URL = 500;

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[\\x21-\\x7e&&[^\"<>\\\\^`{|}]]+");

    /** Whether a text can be the address of a picture: http or https, special characters escaped. */
    public static boolean isWebAddress(String text) {
        return WEB_ADDRESS.matcher(text).matches();
    }
}
