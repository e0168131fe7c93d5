package io.gridloop.local;

import java.util.List;
import java.util.stream.Collectors;

/** Where people find everything, and how they log in. */
public final class AddressTable {

    private final PlatformSettings settings;

    public AddressTable(PlatformSettings settings) {
        this.settings = settings;
    }

    /** The rows for the platform alone. */
    public String ofPlatform() {
        return table(platformRows());
    }

    /** The rows for gridloop and the platform. */
    public String ofGridloop() {
        return table(gridloopRows()) + table(platformRows());
    }

    private List<String[]> gridloopRows() {
        String gridloop = settings.url(PortUse.GRIDLOOP);
        return List.of(
                row("report (residents)", gridloop + "/", "no login"),
                row("desk (staff)", gridloop + "/desk", "staff of the sample county, password gridloop"));
    }

    private List<String[]> platformRows() {
        String webapps = settings.url(PortUse.WEBAPPS);
        return List.of(
                row("Tasklist", webapps + "/tasklist", "demo / demo, or staff of the sample county / gridloop"),
                row("Operate", webapps + "/operate", "demo / demo"),
                row("Camunda gRPC", settings.url(PortUse.BROKER_GRPC), "no login"),
                row("Camunda REST", settings.url(PortUse.BROKER_REST), "no login"),
                row("PostgreSQL", settings.address(PortUse.POSTGRES), "gridloop / gridloop, database gridloop"),
                row("OpenSearch", settings.url(PortUse.OPENSEARCH), "no login"),
                row("logs and data", settings.home().toString(), ""));
    }

    private static String[] row(String what, String where, String login) {
        return new String[]{what, where, login};
    }

    private static String table(List<String[]> rows) {
        return rows.stream().map(row -> "  %-20s %-36s %s%n".formatted((Object[]) row)).collect(Collectors.joining());
    }
}
