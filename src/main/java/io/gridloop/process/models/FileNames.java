package io.gridloop.process.models;

import java.util.List;
import java.util.stream.Stream;

/** A file is named like the one process, decision or form in it, so that a reader finds it by its id. */
final class FileNames implements ModelRule {

    @Override
    public Stream<Problem> check(Models models) {
        var diagrams = models.diagrams().stream().flatMap(d -> check(d.file(), d.processIds().toList()));
        var tables = models.tables().stream()
                .flatMap(t -> check(t.file(), t.decisions().stream().map(Table.Decision::id).toList()));
        var forms = models.forms().stream().flatMap(f -> check(f.file(), List.of(f.id())));
        return Stream.of(diagrams, tables, forms).flatMap(s -> s);
    }

    private static Stream<Problem> check(String file, List<String> ids) {
        var expected = file.substring(0, file.lastIndexOf('.'));
        return ids.equals(List.of(expected))
                ? Stream.empty()
                : Stream.of(new Problem(file, String.join(" ", ids), "文件中应恰有一个 id 为 " + expected + "（与文件名相同）的模型"));
    }
}
