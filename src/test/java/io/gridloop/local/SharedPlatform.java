package io.gridloop.local;

import java.nio.file.Path;

/**
 * The one local platform of a test JVM: started by the first test that asks for it, on free ports, fresh, under {@code
 * target/platform}, with an engine clock that tests can move forward. Ended with the JVM, after Spring's contexts.
 */
public final class SharedPlatform {

    private SharedPlatform() {}

    /**
     * The running platform, Operate and Tasklist included.
     *
     * @throws ExceptionInInitializerError caused by a {@link PlatformFailure} when it did not start
     */
    public static LocalPlatform get() {
        return Webapps.PLATFORM;
    }

    /** The running platform, maybe without Operate and Tasklist: enough for who needs the engine and its records. */
    public static LocalPlatform engine() {
        return Engine.PLATFORM;
    }

    private static final class Engine {

        private static final LocalPlatform PLATFORM = start();

        private static LocalPlatform start() {
            PlatformSettings settings = PlatformSettings.forTests(Path.of("target", "platform"));
            return LocalPlatform.prepare(settings, System.out).startWithoutWebapps();
        }
    }

    private static final class Webapps {

        private static final LocalPlatform PLATFORM = start();

        private static LocalPlatform start() {
            Engine.PLATFORM.startWebapps();
            return Engine.PLATFORM;
        }
    }
}
