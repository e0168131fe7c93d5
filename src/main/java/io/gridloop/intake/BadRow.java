package io.gridloop.intake;

import java.util.List;

/**
 * A row of an import that was not taken.
 *
 * @param line the line of the file on which the row starts, counted from 1
 * @param messageId the row's number as far as it could be read, else empty
 * @param field the Chinese name of the column at fault, or 整行
 * @param reason what is wrong, in plain Chinese
 * @param values the fields as they stood in the file
 */
public record BadRow(long line, String messageId, String field, String reason, List<String> values) {

    static final String WHOLE_ROW = "整行";
}
