package io.gridloop.cases;

/** How a unit let go of a case that it did not finish. */
enum ReturnKind {

    /** It says that the matter is not its own. */
    RETURNED("退单"),
    /** It says that the matter is beyond its powers. */
    REPORTED_UP("上报");

    private final String label;

    ReturnKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
