package io.gridloop.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the ids of {@link PublishedCases}, those received last first. */
final class PublishedQuery {

    /**
     * What everybody may see: a person has taken the case up, so that somebody has read the text, and it was not
     * refused, taken back or left to another case.
     */
    private static final String OPEN = """
            left(category, 2) in (:classes) and accepted_at is not null
            and (decided is null or decided in ('SOLVED', 'SOLVED_ON_SPOT', 'UNABLE', 'EXPLAINED'))""";

    /**
     * Great-circle distance in metres on a sphere (haversine), wrong by half a percent at most, between a case that has
     * a point and the parameters {@code longitude} and {@code latitude}.
     */
    static final String DISTANCE = """
            2 * 6371000 * asin(least(1, sqrt(power(sin(radians(latitude - :latitude) / 2), 2)
            + cos(radians(:latitude)) * cos(radians(latitude))
            * power(sin(radians(longitude - :longitude) / 2), 2))))""";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private PublishedQuery() {}

    static PublishedQuery of(PublishedFilter filter) {
        var query = new PublishedQuery();
        query.visibleTo(filter.audience());
        query.among("case_number", filter.numbers().stream().map(CaseNumber::tidy).toList());
        query.among("category", filter.categories());
        query.between("received_at", filter.received());
        query.between("coalesce(closed_at, moved_at)", filter.updated());
        query.closed(filter.closed());
        query.around(filter.around());
        query.after(filter.after());
        query.values.put("size", filter.size());
        query.values.put("offset", (long) filter.page() * filter.size());
        return query;
    }

    String sql() {
        return "select id from grid_case where " + String.join(" and ", conditions)
                + " order by received_at desc, id desc limit :size offset :offset";
    }

    Map<String, Object> values() {
        return values;
    }

    private void visibleTo(Audience audience) {
        var ways = new ArrayList<String>();
        if (audience.client() != null) {
            ways.add("client = :client");
            values.put("client", audience.client());
        }
        if (!audience.openClasses().isEmpty()) {
            ways.add(OPEN);
            values.put("classes", audience.openClasses());
        }
        conditions.add(ways.isEmpty() ? "false" : "(" + String.join(" or ", ways) + ")");
    }

    private void among(String column, Collection<String> wanted) {
        if (!wanted.isEmpty()) {
            conditions.add("%s in (:%s)".formatted(column, column));
            values.put(column, wanted);
        }
    }

    private void between(String moment, PublishedFilter.Between bounds) {
        bound(moment + " >= ", bounds.from());
        bound(moment + " <= ", bounds.to());
    }

    private void bound(String comparison, @Nullable Instant at) {
        if (at != null) {
            var name = "at" + values.size();
            conditions.add(comparison + ":" + name);
            values.put(name, Timestamp.from(at));
        }
    }

    private void closed(@Nullable Boolean closed) {
        if (closed != null) {
            conditions.add(closed ? "state = 'CLOSED'" : "state <> 'CLOSED'");
        }
    }

    private void after(@Nullable String number) {
        if (number != null) {
            conditions.add("(received_at, id) < (select last.received_at, last.id from grid_case last "
                    + "where last.case_number = :after)");
            values.put("after", CaseNumber.tidy(number));
        }
    }

    private void around(PublishedFilter.@Nullable Around around) {
        if (around != null) {
            conditions.add("latitude is not null and " + DISTANCE + " <= :radius");
            values.put("longitude", around.longitude());
            values.put("latitude", around.latitude());
            values.put("radius", around.radius());
        }
    }
}
