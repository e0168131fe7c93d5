package io.gridloop.partners;

import io.gridloop.cases.PlainText;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text that another body's server sent: nothing in it is trusted. */
final class ForeignText {

    /** Controls, marks that turn the direction of writing, half surrogates, private and unassigned code points. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\s]+");

    private ForeignText() {}

    /** One line of at most {@code most} characters; empty when there is nothing to read. */
    static Optional<String> line(@Nullable String sent, int most) {
        var line = sent == null ? "" : UNSEEN.matcher(sent).replaceAll(" ").strip();
        return line.isEmpty() ? Optional.empty() : Optional.of(PlainText.cut(line, most - 1));
    }
}
