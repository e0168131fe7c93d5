package io.gridloop.process.door;

import io.gridloop.process.models.JobTypes;
import io.gridloop.process.models.ModelCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The designer's command: {@code check} takes the files of {@code processes/} and {@code forms/} through the same check
 * as the page and the deployer; {@code propose} sends them to a running gridloop too, where a second person approves.
 * README says how it is called.
 */
public final class ModelCommand {

    private static final List<String> PLACES = List.of("processes", "forms");

    private ModelCommand() {}

    /** @param args {@code check} or {@code propose}; ends the JVM with 1 when there is a problem */
    public static void main(String[] args) throws Exception {
        var problems = run(args.length > 0 ? args[0] : "check", Path.of(""));
        problems.forEach(System.err::println);
        if (!problems.isEmpty()) {
            System.exit(1);
        }
    }

    /** @return what is wrong, in Chinese; empty when all is well */
    static List<String> run(String what, Path directory) throws IOException, InterruptedException {
        var files = files(directory);
        var problems = new ModelCheck(JobTypes.ofWorkers()).problems(files).stream().map(Object::toString).toList();
        if (!problems.isEmpty()) {
            return problems;
        }
        System.out.println("检查通过：" + files.size() + " 个文件");
        return what.equals("propose") ? DoorClient.fromEnvironment().propose(files) : List.of();
    }

    private static SortedMap<String, byte[]> files(Path directory) throws IOException {
        var files = new TreeMap<String, byte[]>();
        for (String place : PLACES) {
            try (var found = Files.newDirectoryStream(directory.resolve(place), "*.{bpmn,dmn,form}")) {
                for (Path file : found) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }
}
