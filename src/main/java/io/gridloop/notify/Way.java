package io.gridloop.notify;

/** What staff choose between: several channels may be one way. */
enum Way {
    MAIL("邮件"),
    SMS("短信"),
    GROUP("单位群");

    private final String label;

    Way(String label) {
        this.label = label;
    }

    /** For people, in Chinese. */
    public String label() {
        return label;
    }
}
