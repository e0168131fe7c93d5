package io.gridloop.process.models;

import java.util.HashSet;
import java.util.stream.Stream;

/** No two components of a form share an id; the form would show only one of them. */
final class FormIds implements ModelRule {

    @Override
    public Stream<Problem> check(Models models) {
        return models.forms().stream().flatMap(FormIds::check);
    }

    private static Stream<Problem> check(Form form) {
        var seen = new HashSet<String>();
        return form.ids().filter(id -> !seen.add(id)).map(id -> new Problem(form.file(), id, "表单里有两个组件用了同一个 id"));
    }
}
