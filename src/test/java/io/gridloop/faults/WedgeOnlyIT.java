package io.gridloop.faults;
import io.gridloop.local.*;
import java.net.URI;
import org.junit.jupiter.api.*;
@Tag("faults")
class WedgeOnlyIT {
    @Test
    void run() throws Exception {
        var p = SharedPlatform.get();
        var w = new WorkerWedge(URI.create(p.settings().url(PortUse.BROKER_GRPC)),
                URI.create(p.settings().url(PortUse.BROKER_REST)));
        System.out.println("WEDGE streaming " + w.run(true));
        System.out.println("WEDGE polling " + w.run(false));
    }
}
