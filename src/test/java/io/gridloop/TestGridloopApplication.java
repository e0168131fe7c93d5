package io.gridloop;

import io.gridloop.local.AddressTable;
import io.gridloop.local.LocalPlatform;
import io.gridloop.local.LocalPlatformMain;
import io.gridloop.local.MavenArguments;
import io.gridloop.local.ParentWatch;
import io.gridloop.local.PlatformFailure;
import io.gridloop.local.PlatformSettings;
import io.gridloop.local.PortUse;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * gridloop on a local platform of its own: the command {@code mvn spring-boot:test-run}. For the platform alone see
 * {@link LocalPlatformMain}; for its settings {@link PlatformSettings}.
 */
public final class TestGridloopApplication {

    private TestGridloopApplication() {}

    /** @param args handed on to gridloop */
    public static void main(String[] args) {
        MavenArguments.adopt();
        ParentWatch.endWithParent();
        try {
            run(args);
        } catch (PlatformFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static void run(String[] args) {
        PlatformSettings settings = PlatformSettings.fromSystemProperties();
        LocalPlatform platform = LocalPlatform.prepare(settings, System.out, PortUse.GRIDLOOP).start();
        platform.gridloopProperties().forEach(TestGridloopApplication::setUnlessGiven);
        giveNewcomersSomethingToSee();
        SpringApplication application = new SpringApplication(GridloopApplication.class);
        application.addListeners((ApplicationListener<ApplicationReadyEvent>) ready -> System.out.printf(
                "%ngridloop is ready; Ctrl-C ends it with everything below.%n%s",
                new AddressTable(settings).ofGridloop()));
        application.run(args);
    }

    /** The sample county and its messages, people who work them, and limits of hours that pass in minutes. */
    private static void giveNewcomersSomethingToSee() {
        setUnlessGiven("gridloop.territory.sample", "true");
        setUnlessGiven("gridloop.intake.sample", "true");
        setUnlessGiven("gridloop.demo.staff", "true");
        setUnlessGiven("gridloop.time-scale", "60");
    }

    private static void setUnlessGiven(String property, String value) {
        System.getProperties().putIfAbsent(property, value);
    }
}
