package io.gridloop.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plain lines of a CSV text from a broken quote on; blank ones are left out. */
final class UnreadLines implements Lines {

    private final BufferedReader lines;
    private int number;
    private String problem = "引号不配对，从这一行起无法读取";

    private UnreadLines(BufferedReader lines) {
        this.lines = lines;
    }

    static UnreadLines from(FileText text, int line) {
        try {
            UnreadLines unread = new UnreadLines(new BufferedReader(text.open()));
            while (unread.number < line - 1) {
                unread.read();
            }
            return unread;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Line next() {
        String text = read();
        while (text != null && text.isBlank()) {
            text = read();
        }
        if (text == null) {
            return null;
        }
        Line line = new Line(number, List.of(text), problem);
        problem = "前面的引号不配对，本行没有读取";
        return line;
    }

    private @Nullable String read() {
        try {
            number++;
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
