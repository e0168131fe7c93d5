package io.gridloop.intake;

/** One row of a file cannot be taken; the rows around it are not touched. */
final class RowProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    RowProblem(Column column, String reason) {
        super(reason, null, false, false);
        this.field = column.label();
    }

    String field() {
        return field;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
