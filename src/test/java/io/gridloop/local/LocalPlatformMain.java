package io.gridloop.local;

import java.util.concurrent.CountDownLatch;

/** Starts the local platform without gridloop, for work by hand; Ctrl-C ends it. */
public final class LocalPlatformMain {

    private LocalPlatformMain() {}

    /** @param args none; the settings are system properties, see {@link PlatformSettings} */
    public static void main(String[] args) throws InterruptedException {
        MavenArguments.adopt();
        try {
            PlatformSettings settings = PlatformSettings.fromSystemProperties();
            LocalPlatform.prepare(settings, System.out).start();
            System.out.printf("%nThe local platform is ready.%n%s", new AddressTable(settings).ofPlatform());
            new CountDownLatch(1).await();
        } catch (PlatformFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }
}
