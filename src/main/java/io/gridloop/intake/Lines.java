package io.gridloop.intake;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The lines of a file, read once from the first to the last; only one of them is in memory. */
interface Lines extends Closeable {

    /**
     * The next line; null after the last.
     *
     * @throws ImportRefused when the file cannot be read further
     */
    @Nullable
    Line next();
}
