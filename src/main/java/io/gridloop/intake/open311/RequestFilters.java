package io.gridloop.intake.open311;

import io.gridloop.cases.PublishedFilter;
import io.gridloop.cases.PublishedFilter.Around;
import io.gridloop.cases.PublishedFilter.Between;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads which cases are asked for. Beyond the specification stand the parameters that servers in the field have:
 * {@code page}, {@code page_size}, {@code updated_after}, {@code updated_before}, and {@code lat}, {@code long} with a
 * {@code radius} in metres.
 */
@Component
class RequestFilters {

    /** The specification: at most 1000 requests, and at most 90 days. */
    static final int MOST = 1_000;
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int MOST_PAGES = 100_000;
    private static final int WIDEST = 50_000;

    private final Clock clock;

    RequestFilters(Clock clock) {
        this.clock = clock;
    }

    /** @throws Refused with all parameters that cannot be used */
    PublishedFilter of(Visit visit) {
        var fields = visit.fields();
        var numbers = fields.list("service_request_id", MOST);
        var filter = numbers.isEmpty() ? by(visit) : PublishedFilter.numbered(visit.audience(), numbers);
        fields.refuseIfWrong();
        return filter;
    }

    private PublishedFilter by(Visit visit) {
        var fields = visit.fields();
        var updated = new Between(fields.time("updated_after").orElse(null),
                fields.time("updated_before").orElse(null));
        return new PublishedFilter(visit.audience(), List.of(), fields.list("service_code", MOST),
                received(fields, updated), updated, closed(fields), around(fields), null,
                fields.number("page", MOST_PAGES).orElse(1) - 1, fields.number("page_size", MOST).orElse(MOST));
    }

    /**
     * With one end alone the span is 90 days from there, with none the last 90 days. Who asks for what was updated
     * wants it however old it is, so then there are no bounds but those that are named.
     */
    private Between received(Fields fields, Between updated) {
        Optional<Instant> start = fields.time("start_date");
        Optional<Instant> end = fields.time("end_date");
        if (start.isPresent() && end.isPresent()) {
            checkSpan(fields, start.get(), end.get());
        } else if (start.isEmpty() && end.isEmpty()) {
            return updated.equals(Between.ANY_TIME)
                    ? new Between(clock.instant().minus(LONGEST), null)
                    : Between.ANY_TIME;
        }
        return new Between(start.or(() -> end.map(it -> it.minus(LONGEST))).orElse(null),
                end.or(() -> start.map(it -> it.plus(LONGEST))).orElse(null));
    }

    private static void checkSpan(Fields fields, Instant start, Instant end) {
        if (end.isBefore(start)) {
            fields.wrong("end_date", "不能早于start_date");
        } else if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            fields.wrong("end_date", "与start_date最多相隔%d天".formatted(LONGEST.toDays()));
        }
    }

    /** Nothing when both are asked for. */
    private static @Nullable Boolean closed(Fields fields) {
        var wanted = fields.list("status", MOST);
        if (!Set.of("open", "closed").containsAll(wanted)) {
            fields.wrong("status", "只有open和closed");
        }
        return wanted.size() == 1 ? wanted.getFirst().equals("closed") : null;
    }

    private static @Nullable Around around(Fields fields) {
        var latitude = fields.degrees("lat", 90);
        var longitude = fields.degrees("long", 180);
        var radius = fields.number("radius", WIDEST);
        if (latitude.isEmpty() && longitude.isEmpty() && radius.isEmpty()) {
            return null;
        }
        if (latitude.isEmpty() || longitude.isEmpty() || radius.isEmpty()) {
            fields.wrong("radius", "lat、long和radius（米）要一起填写");
            return null;
        }
        return new Around(longitude.get(), latitude.get(), radius.get());
    }
}
