package io.gridloop.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.cases.TaskView;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** The schemas of the forms that Tasklist shows too. */
@Component
class Forms {

    private final TaskForms files;
    private final ObjectMapper json;

    Forms(TaskForms files, ObjectMapper json) {
        this.files = files;
        this.json = json;
    }

    JsonNode schema(TaskView task) {
        try {
            return json.readTree(files.form(task.form(), task.processId(), task.processVersion()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
