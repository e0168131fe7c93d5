package io.gridloop.desk;

import io.gridloop.cases.Annotating;
import io.gridloop.cases.TaskGoneException;
import io.gridloop.cases.TaskView;
import io.gridloop.cases.Tasks;
import io.gridloop.intake.ApiProblem;
import io.gridloop.intake.ApiProblem.Wrong;
import io.gridloop.intake.PhoneTime;
import io.gridloop.photos.Photo;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes answers whose task is still the same, as if its page had sent them. */
@Service
class TimelyAnswers {

    private final QueuedAnswerRows rows;
    private final QueuedAnswerPhotos queued;
    private final HandlingPhotos handling;
    private final Tasks tasks;
    private final Meanwhile meanwhile;
    private final PhoneTime time;
    private final Annotating annotating;

    TimelyAnswers(QueuedAnswerRows rows, QueuedAnswerPhotos queued, HandlingPhotos handling, Tasks tasks,
            Meanwhile meanwhile, PhoneTime time, Annotating annotating) {
        this.rows = rows;
        this.queued = queued;
        this.handling = handling;
        this.tasks = tasks;
        this.meanwhile = meanwhile;
        this.time = time;
        this.annotating = annotating;
    }

    /**
     * Takes an answer with its photographs, once.
     *
     * @throws ApiProblem when the form has a problem or a photograph is missing; then nothing is stored
     * @throws TaskGoneException when the task is not the same any more; then nothing is stored
     */
    @Transactional
    public Outcome take(UUID key, String login, QueuedAnswer sent, String digest) {
        rows.lock(key);
        return rows.before(key, login, digest).orElseGet(() -> {
            var task = meanwhile.unchanged(sent, login);
            queued.of(key, login, sent.photoCount()).forEach(photo -> attach(task, login, photo));
            tasks.answer(task.key(), login, sent.fields()).ifPresent(problem -> {
                throw unfit("answer", problem);
            });
            annotating.addBy(login, task.caseId(), "离线处理结果。" + time.words(sent.savedAt()));
            rows.add(key, login, task.key(), digest, Outcome.taken());
            return Outcome.taken();
        });
    }

    private void attach(TaskView task, String login, Photo photo) {
        if (!HandlingPhotos.takes(task)) {
            throw unfit("photos", "这项任务不收照片，请去掉照片再发");
        }
        if (!handling.attach(task.key(), login, photo)) {
            throw unfit("photos", "这项任务已有 %d 张照片，请去掉照片再发，或者先移除几张".formatted(HandlingPhotos.MOST));
        }
    }

    private static ApiProblem unfit(String field, String reason) {
        return ApiProblem.wrong(HttpStatus.UNPROCESSABLE_ENTITY, List.of(new Wrong(field, reason)));
    }
}
