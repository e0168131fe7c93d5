package io.gridloop.photos;

/** In which sizes a photograph is kept. */
public enum PhotoSize {
    LARGE(2_560, .85f), THUMBNAIL(400, .75f);

    private final int longestSide;
    private final float quality;

    PhotoSize(int longestSide, float quality) {
        this.longestSide = longestSide;
        this.quality = quality;
    }

    /** Pixels of the longer side at most; a smaller picture is not blown up. */
    int longestSide() {
        return longestSide;
    }

    /** Quality of the JPEG, above 0 and up to 1. */
    float quality() {
        return quality;
    }
}
