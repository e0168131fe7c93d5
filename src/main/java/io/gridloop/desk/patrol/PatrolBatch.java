package io.gridloop.desk.patrol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Positions as a page sends them, nothing checked yet.
 *
 * @param key made once for these positions, however often they are sent
 */
record PatrolBatch(@Nullable UUID key, @Nullable List<@Nullable Point> points) {

    /** Positions of a batch at most. */
    static final int MOST = 500;

    /**
     * A position as it was sent.
     *
     * @param at ISO-8601 with offset
     */
    record Point(@Nullable Instant at, @Nullable Double longitude, @Nullable Double latitude) {

        /** The position, when all of it is there and it lies on the earth. */
        Optional<Fix> fix() {
            return at == null || longitude == null || latitude == null || Math.abs(longitude) > 180
                    || Math.abs(latitude) > 90 ? Optional.empty() : Optional.of(new Fix(at, longitude, latitude));
        }
    }

    /** What is wrong with the batch, in Chinese, with the field. */
    Optional<String> problem() {
        if (key == null) {
            return Optional.of("key：须是这一批位置的 UUID");
        }
        var all = points;
        if (all == null || all.isEmpty() || all.size() > MOST) {
            return Optional.of("points：一批须有 1 到 %d 个位置".formatted(MOST));
        }
        for (int i = 0; i < all.size(); i++) {
            var point = all.get(i);
            if (point == null || point.fix().isEmpty()) {
                return Optional.of("points[%d]：须有时间 at（ISO-8601）和经纬度 longitude、latitude（WGS-84）".formatted(i));
            }
        }
        return Optional.empty();
    }

    /** Its positions, those that are whole. */
    List<Fix> fixes() {
        var all = points;
        return all == null
                ? List.of()
                : all.stream().flatMap(point -> Optional.ofNullable(point).flatMap(Point::fix).stream()).toList();
    }
}
