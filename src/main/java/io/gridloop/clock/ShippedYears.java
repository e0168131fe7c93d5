package io.gridloop.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The special days of the years that gridloop ships, one file a year, from the notices of the State Council. */
final class ShippedYears {

    private ShippedYears() {}

    static List<CalendarVersion> all() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath:calendar/*.csv");
            return Arrays.stream(files).map(ShippedYears::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CalendarVersion read(Resource resource) {
        try {
            var target = new CalendarTarget(Objects.requireNonNull(resource.getFilename()).replace(".csv", ""));
            var reading = CalendarReader.read(target, resource.getContentAsString(StandardCharsets.UTF_8));
            if (!reading.problems().isEmpty()) {
                throw new IllegalStateException(resource + ": " + reading.problems());
            }
            return new CalendarVersion(0, target, reading.file(), null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
