package io.gridloop.intake;

import io.gridloop.cases.Categories;
import io.gridloop.cases.Category;
import io.gridloop.cases.PlainText;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.SourceChannel;
import io.gridloop.territory.Degrees;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a report of a row, or says what is wrong with it. */
@Component
class MessageReports {

    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_NAME = 50;

    private final Categories categories;
    private final ReportedPlaces places;
    private final Clock clock;

    MessageReports(Categories categories, ReportedPlaces places, Clock clock) {
        this.categories = categories;
        this.places = places;
        this.clock = clock;
    }

    /**
     * The report of a row; category and place may be missing.
     *
     * @param source the system the messages came from
     * @param login who imports; null for the sample
     * @throws RowProblem when a field cannot be used
     */
    Report of(MessageRow row, String source, @Nullable String login) {
        String number = required(row, Column.MESSAGE_ID, LONGEST_NUMBER);
        Column text = row.has(Column.DETAIL) ? Column.DETAIL : Column.SUBJECT;
        Place place = place(row);
        return new Report(
                SubmissionKey.ofRow(source, number),
                SourceChannel.IMPORT,
                number,
                category(row),
                optional(row, Column.SUBJECT, LONGEST_SUBJECT),
                required(row, text, Reporting.MAX_TEXT),
                place.gridCode(),
                place.longitude(),
                place.latitude(),
                null,
                optional(row, Column.NAME, LONGEST_NAME),
                optional(row, Column.CONTACT, LONGEST_NAME),
                login,
                null,
                ReceivedAt.of(required(row, Column.RECEIVED_AT, LONGEST_NAME), clock.instant()));
    }

    private static String required(MessageRow row, Column column, int max) {
        String value = optional(row, column, max);
        if (value == null) {
            throw new RowProblem(column, "这一项不能为空");
        }
        return value;
    }

    private static @Nullable String optional(MessageRow row, Column column, int max) {
        String value = row.value(column);
        PlainText.problem(value, max).ifPresent(reason -> {
            throw new RowProblem(column, reason);
        });
        return value.isEmpty() ? null : value;
    }

    private @Nullable String category(MessageRow row) {
        String value = row.value(Column.CATEGORY);
        if (value.isEmpty()) {
            return null;
        }
        return categories.all().stream()
                .filter(each -> each.code().equals(value) || each.name().equals(value))
                .map(Category::code)
                .findFirst()
                .orElseThrow(() -> new RowProblem(Column.CATEGORY, "没有这个类别：" + shortened(value)));
    }

    private Place place(MessageRow row) {
        Place point = point(row);
        String grid = row.value(Column.GRID);
        if (grid.isEmpty()) {
            return point;
        }
        if (!places.hasGrid(grid)) {
            throw new RowProblem(Column.GRID, "没有这个网格：" + shortened(grid));
        }
        return new Place(grid, point.longitude(), point.latitude(), null);
    }

    private Place point(MessageRow row) {
        if (!row.has(Column.LONGITUDE) && !row.has(Column.LATITUDE)) {
            return Place.UNKNOWN;
        }
        return places.at(degrees(row, Column.LONGITUDE), degrees(row, Column.LATITUDE))
                .orElseThrow(() -> new RowProblem(Column.LONGITUDE, "坐标不在本县范围内"));
    }

    private static double degrees(MessageRow row, Column column) {
        return Degrees.parse(row.value(column))
                .orElseThrow(() -> new RowProblem(column, "经纬度须成对，且是数字：" + shortened(row.value(column))));
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= 40
                ? value
                : value.substring(0, value.offsetByCodePoints(0, 40)) + "…";
    }
}
