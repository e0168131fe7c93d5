package io.gridloop.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Resident memory of this JVM and of the local platform, in MB, from /proc (Linux only; elsewhere empty). */
final class ProcessMemory {

    private static final int KB_PER_MB = 1024;

    private ProcessMemory() {}

    /** @param postgresData where PostgreSQL keeps the file with its process id */
    static Map<String, Long> byPart(Path postgresData) {
        var memory = new TreeMap<String, Long>();
        var own = ProcessHandle.current();
        memory.merge("gridloop and test", megabytes(own.pid()), Long::sum);
        own.descendants().forEach(child -> memory.merge(part(child.pid()), megabytes(child.pid()), Long::sum));
        postgres(postgresData).forEach(server -> memory.merge("PostgreSQL", megabytes(server.pid()), Long::sum));
        memory.remove("");
        memory.put("all", memory.values().stream().mapToLong(Long::longValue).sum());
        return memory;
    }

    private static String part(long pid) {
        var command = read("/proc/" + pid + "/cmdline");
        return Stream.of("StandaloneBroker", "StandaloneCamunda", "OpenSearch").filter(command::contains).findFirst()
                .map(name -> Map.of("StandaloneBroker", "Camunda broker", "StandaloneCamunda", "Operate and Tasklist")
                        .getOrDefault(name, name))
                .orElse("");
    }

    private static Stream<ProcessHandle> postgres(Path data) {
        var pid = read(data.resolve("postmaster.pid").toString()).lines().findFirst();
        return pid.flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip()))).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()));
    }

    /** The proportional share, so that PostgreSQL's shared buffers count once. */
    private static long megabytes(long pid) {
        return read("/proc/" + pid + "/smaps_rollup").lines().filter(line -> line.startsWith("Pss:")).findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / KB_PER_MB).orElse(0L);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }
}
