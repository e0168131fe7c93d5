package io.gridloop.desk;

import io.gridloop.cases.CaseView;
import io.gridloop.cases.PlainText;
import io.gridloop.cases.TaskGoneException;
import io.gridloop.cases.TaskPage;
import io.gridloop.cases.TaskPages;
import io.gridloop.cases.TaskView;
import io.gridloop.cases.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What has happened to a task while its answer waited on a phone. */
@Component
class Meanwhile {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final int LONGEST_ENTRY = 80;

    private final Tasks tasks;
    private final TaskPages pages;
    private final Clock clock;

    Meanwhile(Tasks tasks, TaskPages pages, Clock clock) {
        this.tasks = tasks;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * The task of an answer.
     *
     * @throws TaskGoneException when it is over or somebody else's, or its case is in another state or round than the
     *     person has seen
     */
    TaskView unchanged(QueuedAnswer sent, String login) {
        return tasks.find(sent.taskKey()).filter(task -> task.open() && tasks.mayAnswer(login, task))
                .filter(task -> task.caseState().name().equals(sent.caseState()))
                .filter(task -> Objects.equals(task.round(), sent.round()))
                .orElseThrow(() -> new TaskGoneException("手机上存下这项任务以后，案件已经变化。"));
    }

    /** Who did what when, and where the case stands now, in Chinese. */
    String words(long key, String login) {
        var page = pages.find(key).orElseThrow();
        return task(page, login) + "案件现在是“%s”，第%d轮。".formatted(page.task().caseState().label(),
                page.task().round()) + last(page.of()).orElse("");
    }

    private String task(TaskPage page, String login) {
        var task = page.task();
        if (!task.open()) {
            return page.completedBy() == null
                    ? "“%s”已经结束。".formatted(task.title())
                    : "“%s”已由%s%s办理。".formatted(task.title(), page.completedBy(),
                            task.answeredAt() == null ? "" : "于" + time(task.answeredAt()));
        }
        return tasks.mayAnswer(login, task)
                ? "手机上存下“%s”以后，案件已经变化。".formatted(task.title())
                : "“%s”已经交给%s。".formatted(task.title(), page.assignee());
    }

    private Optional<String> last(CaseView it) {
        return it.history().reversed().stream().filter(entry -> entry.internalText() != null).findFirst()
                .map(entry -> "最近一次变动：%s，%s，%s".formatted(time(entry.at()), entry.actorName(),
                        PlainText.cut(String.valueOf(entry.internalText()), LONGEST_ENTRY)));
    }

    private String time(Instant at) {
        return TIME.withZone(clock.getZone()).format(at);
    }
}
