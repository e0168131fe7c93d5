package io.gridloop.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.cases.TaskView;
import io.gridloop.cases.Tasks;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tasks that people take along on their phones. */
@Service
class KeptTasks {

    /** Tasks that a phone keeps at most: the most urgent ones. */
    static final int MOST = 100;

    private final Tasks tasks;
    private final Forms forms;
    private final ObjectMapper json;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeptTasks(Tasks tasks, Forms forms, ObjectMapper json, JdbcClient jdbc, Clock clock) {
        this.tasks = tasks;
        this.forms = forms;
        this.json = json;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The open tasks of a person, to be kept on their phone.
     *
     * @param key of the only one that is wanted; null for all
     */
    @Transactional
    public List<KeptTask> keep(String login, @Nullable Long key) {
        var wanted = tasks.openTasksOf(login).stream().filter(task -> key == null || task.key() == key).limit(MOST)
                .toList();
        wanted.forEach(task -> note(login, task.key()));
        return wanted.stream().map(task -> KeptTask.of(task, forms.schema(task), data(task))).toList();
    }

    /** Whether somebody has taken a task along, whosever it is now. */
    @Transactional(readOnly = true)
    public boolean has(String login, long key) {
        return jdbc.sql("select count(*) from kept_task where login = ? and task_key = ?").params(login, key)
                .query(Integer.class).single() > 0;
    }

    private void note(String login, long key) {
        jdbc.sql("""
                insert into kept_task (login, task_key, kept_at) values (?, ?, ?)
                on conflict (login, task_key) do update set kept_at = excluded.kept_at""")
                .params(login, key, clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    private JsonNode data(TaskView task) {
        try {
            return json.readTree(tasks.formVariables(task.key()).orElseThrow());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
