package io.gridloop.photos;

import java.util.Locale;
import java.util.UUID;

/** The name of a picture in the store: random, and no letter of it comes from outside. */
record PhotoKey(UUID id, PhotoSize size) {

    /** The name of a file. */
    String fileName() {
        return id + "-" + size.name().toLowerCase(Locale.ROOT) + ".jpg";
    }
}
