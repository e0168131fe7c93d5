package io.gridloop.photos;

/** What a photograph shows of a matter, as systems of grid governance tell them apart. */
public enum PhotoKind {
    REPORT("上报照片"),
    BEFORE("处置前照片"),
    AFTER_NEAR("处置后近景"),
    AFTER_FAR("处置后远景"),
    /** Of a handling that came too late to count; for staff alone. */
    UNUSED("未生效的处置照片");

    private final String label;

    PhotoKind(String label) {
        this.label = label;
    }

    /** Its name in Chinese. */
    public String label() {
        return label;
    }
}
