package io.gridloop.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of messages taken apart into rows, before anything in them is checked.
 *
 * @param rows the rows with as many fields as the header has
 * @param broken the rows that could not be taken apart
 */
record MessageTable(MessageHeader header, List<MessageRow> rows, List<BadRow> broken) {

    /** Most rows of one file in this release. */
    static final int MOST_ROWS = 5_000;

    /**
     * Takes a CSV text apart.
     *
     * @throws ImportRefused when the header is not usable or there are too many rows
     */
    static MessageTable of(String text) {
        CsvText csv = CsvText.of(text);
        List<CsvRecord> records = csv.records();
        MessageHeader header = MessageHeader.of(records.isEmpty() ? List.of() : records.getFirst().getFields());
        if (records.size() - 1 + csv.unread().size() > MOST_ROWS) {
            throw new ImportRefused("一次最多导入 " + MOST_ROWS + " 行，请把文件分成几个再导入");
        }
        List<MessageRow> rows = new ArrayList<>();
        List<BadRow> broken = new ArrayList<>();
        for (CsvRecord each : records.subList(1, records.size())) {
            if (each.getFieldCount() == header.headings().size()) {
                rows.add(new MessageRow(each.getStartingLineNumber(), header.columns(), each.getFields()));
            } else {
                broken.add(wrongWidth(each, header.headings().size()));
            }
        }
        broken.addAll(csv.unread());
        return new MessageTable(header, rows, broken);
    }

    private static BadRow wrongWidth(CsvRecord each, int expected) {
        String reason = "应有 " + expected + " 列，实有 " + each.getFieldCount() + " 列";
        return new BadRow(each.getStartingLineNumber(), "", BadRow.WHOLE_ROW, reason, each.getFields());
    }
}
