package io.gridloop.cases;

/**
 * What a reporter answered to a question of the category.
 *
 * @param code of the {@link Question}
 * @param question what was asked, in Chinese, 1 to 100 characters
 * @param answer as people read it, 1 to {@link #LONGEST} characters
 */
public record ReportAnswer(String code, String question, String answer) {

    /** Longest answer, in characters. */
    public static final int LONGEST = 1_000;

    /** Without the answer, so that it never gets into a log. */
    @Override
    public String toString() {
        return "ReportAnswer[" + code + "]";
    }
}
