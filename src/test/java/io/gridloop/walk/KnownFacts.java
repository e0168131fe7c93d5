package io.gridloop.walk;

import java.time.LocalDate;

/** Facts for a test: an original, an ended case and the day. */
record KnownFacts(String original, String ended, LocalDate today) implements WalkFacts {

    @Override
    public String anotherCase(String field) {
        return field.equals("repeatOf") ? ended : original;
    }

    @Override
    public String lowestLevel() {
        return "URGE";
    }
}
