package io.gridloop.faults;

import io.gridloop.demo.GridloopSession;
import io.gridloop.demo.WebappException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Residents who report at a steady rate through the report page, and who send the same page again until they have a
 * receipt, as a patient person does. Keeps every receipt that was handed out: that is the client's log.
 */
final class ReportLoad implements AutoCloseable {

    private static final int RESIDENTS = 2;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3)).build();
    private final ScheduledExecutorService residents = Executors.newScheduledThreadPool(RESIDENTS,
            Thread.ofPlatform().daemon().name("resident-", 1).factory());
    private final Set<String> receipts = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> failures = new ConcurrentSkipListMap<>();
    private final AtomicLong slowestFailure = new AtomicLong();
    private final AtomicInteger under = new AtomicInteger();
    private final AtomicBoolean paused = new AtomicBoolean();

    ReportLoad(URI address) {
        this.address = address;
    }

    /** @param pause of each resident between two reports */
    void start(Duration pause) {
        for (int i = 0; i < RESIDENTS; i++) {
            var resident = new Resident();
            residents.scheduleWithFixedDelay(resident::report, i * pause.toMillis() / RESIDENTS, pause.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    /** No new report begins; those under way go on until they have their receipt. */
    void pause() {
        paused.set(true);
    }

    void resume() {
        paused.set(false);
    }

    /** Reports without a receipt as yet. */
    int underWay() {
        return under.get();
    }

    /** Every receipt code that was handed out. */
    Set<String> receipts() {
        return Set.copyOf(receipts);
    }

    /** What residents saw in place of a receipt, by kind. */
    Map<String, Integer> failures() {
        return Map.copyOf(failures);
    }

    /** The longest that anybody waited for a server error or a time-out, in milliseconds; begins anew. */
    long takeSlowestFailure() {
        return slowestFailure.getAndSet(0);
    }

    @Override
    public void close() {
        residents.shutdownNow();
        http.close();
    }

    private final class Resident {

        private @Nullable GridloopSession browser;

        void report() {
            if (paused.get()) {
                return;
            }
            under.incrementAndGet();
            var form = Map.of("submissionKey", UUID.randomUUID().toString(), "text", "路灯不亮已有三天，夜里走路不便", "place",
                    "address", "address", "南门小区门口");
            while (!send(form) && !residents.isShutdown()) {
                breathe();
            }
            under.decrementAndGet();
        }

        private boolean send(Map<String, String> form) {
            long begin = System.nanoTime();
            try {
                browser = browser == null ? GridloopSession.visitor(http, address, "/report") : browser;
                var landed = browser.post("/report", form);
                receipts.add(landed.replaceAll(".*/receipt/|[?].*", ""));
                return true;
            } catch (WebappException e) {
                failed(e, (System.nanoTime() - begin) / 1_000_000);
                return false;
            }
        }

        /** A page from before the restart is stale: the person opens it anew and sends the same content. */
        private void failed(WebappException e, long millis) {
            failures.merge(e.status() == FORBIDDEN ? "page stale" : e.kind(), 1, Integer::sum);
            if (e.status() >= SERVER_ERROR || e.kind().equals("timeout")) {
                slowestFailure.accumulateAndGet(millis, Math::max);
            }
            browser = null;
        }

        private void breathe() {
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
