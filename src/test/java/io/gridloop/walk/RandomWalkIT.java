package io.gridloop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.GridloopApplication;
import io.gridloop.cases.Resolution;
import io.gridloop.local.LocalPlatform;
import io.gridloop.local.PlatformSettings;
import io.gridloop.local.PortUse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The long walk, on a Camunda of its own. Run by {@code mvn verify -Pproof -Dit.test=RandomWalkIT}:
 *
 * <ul>
 * <li>{@code gridloop.walk.cases}: how many; 2,000 by default
 * <li>{@code gridloop.walk.seed}: of everything that is drawn
 * <li>{@code gridloop.walk.first}: number of the first case; with one case, that case alone is walked again
 * <li>{@code gridloop.walk.at-once}: how many are under way at the same time
 * <li>{@code gridloop.walk.minutes}: how long it may take
 * </ul>
 */
@Tag("proof")
@TestInstance(Lifecycle.PER_CLASS)
class RandomWalkIT extends AbstractWalk {

    private static final int CASES = Integer.getInteger("gridloop.walk.cases", 2_000);
    private static final int FIRST = Integer.getInteger("gridloop.walk.first", 0);
    private static final int AT_ONCE = Integer.getInteger("gridloop.walk.at-once", 120);
    private static final Duration MOST = Duration.ofMinutes(Integer.getInteger("gridloop.walk.minutes", 120));

    /** So many cases come through every branch. */
    private static final int ENOUGH = 1_000;

    /**
     * The supervisor's word is checked in the milliseconds between the end of the handling in PostgreSQL and in the
     * engine: {@code DeadlineStoriesIT} comes there on purpose.
     */
    private static final Set<String> BY_CHANCE = Set.of("DeadlineWatchProcess.EndEvent_WatchOver",
            "HandleCaseProcess.EndEvent_WatchEnded");

    private LocalPlatform platform;
    private ConfigurableApplicationContext gridloop;

    @BeforeAll
    void walks() throws IOException, InterruptedException {
        platform = LocalPlatform.prepare(PlatformSettings.forMany(Path.of("target/walk")), System.out);
        platform.start();
        var properties = new HashMap<>(platform.gridloopProperties());
        properties.putAll(WalkSettings.PROPERTIES);
        gridloop = new SpringApplicationBuilder(GridloopApplication.class).run(properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue()).toArray(String[]::new));
        walk(gridloop, URI.create(platform.settings().url(PortUse.OPENSEARCH)),
                new Walk(SEED, FIRST, CASES, AT_ONCE), MOST, "target/walk.json");
    }

    @AfterAll
    void endsAll() {
        if (gridloop != null) {
            gridloop.close();
        }
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    void reachesEveryElementOfEveryDiagramAndEveryEnd() {
        if (CASES >= ENOUGH) {
            assertThat(outcome().coverage().notReached()).isSubsetOf(BY_CHANCE);
            assertThat(outcome().resolutions()).containsOnlyKeys(Resolution.values());
        }
    }
}
