package io.gridloop.cases;

/** What the dispatcher says to a unit that gave a case back. */
enum Ruling {

    /** Another unit gets it. */
    GRANTED("同意退单"),
    /** The same unit has to handle it. */
    MAINTAINED("维持原派遣");

    private final String label;

    Ruling(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
