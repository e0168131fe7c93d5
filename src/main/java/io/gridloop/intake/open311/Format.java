package io.gridloop.intake.open311;

import java.util.Arrays;
import java.util.Optional;

/** The formats of the specification; the last part of an address names one. */
enum Format {
    XML("xml", "text/xml"),
    JSON("json", "application/json");

    private final String extension;
    private final String mimeType;

    Format(String extension, String mimeType) {
        this.extension = extension;
        this.mimeType = mimeType;
    }

    /** The format of this name. */
    static Optional<Format> of(String extension) {
        return Arrays.stream(values()).filter(it -> it.extension.equals(extension)).findFirst();
    }

    /** In which an error at this address is told: XML, which every client must know, unless it ends in another. */
    static Format ofAddress(String path) {
        return of(path.substring(path.lastIndexOf('.') + 1)).orElse(XML);
    }

    String mimeType() {
        return mimeType;
    }

    /** The header as the specification writes it. */
    String contentType() {
        return mimeType + "; charset=utf-8";
    }
}
