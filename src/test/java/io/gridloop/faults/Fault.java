package io.gridloop.faults;

import io.gridloop.local.GridloopServer;
import io.gridloop.local.LocalPlatform;
import java.util.function.BiConsumer;

/** A part that is killed, and how it comes back; the numbers are those of the fault table. */
enum Fault {

    GRIDLOOP("T1 kill -9 gridloop", (platform, gridloop) -> gridloop.kill(), (platform, gridloop) -> gridloop.start()),
    BROKER("T3 kill -9 broker", (platform, gridloop) -> platform.killBroker(),
            (platform, gridloop) -> platform.startBroker()),
    POSTGRES("T5 kill -9 PostgreSQL", (platform, gridloop) -> platform.killPostgres(),
            (platform, gridloop) -> platform.startPostgres());

    final String title;
    final BiConsumer<LocalPlatform, GridloopServer> strike;
    final BiConsumer<LocalPlatform, GridloopServer> restart;

    Fault(String title, BiConsumer<LocalPlatform, GridloopServer> strike,
            BiConsumer<LocalPlatform, GridloopServer> restart) {
        this.title = title;
        this.strike = strike;
        this.restart = restart;
    }
}
