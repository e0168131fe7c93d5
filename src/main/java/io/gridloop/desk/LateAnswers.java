package io.gridloop.desk;

import io.gridloop.cases.Annotating;
import io.gridloop.cases.PlainText;
import io.gridloop.cases.TaskView;
import io.gridloop.cases.Tasks;
import io.gridloop.intake.PhoneTime;
import io.gridloop.photos.Photo;
import io.gridloop.photos.Photos;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps answers that came when their task was over: as a note in the history, with the photographs. */
@Service
class LateAnswers {

    private static final int LONGEST = 3_000;

    private final QueuedAnswerRows rows;
    private final QueuedAnswerPhotos queued;
    private final Tasks tasks;
    private final Meanwhile meanwhile;
    private final AnswerWords words;
    private final PhoneTime time;
    private final Photos photos;
    private final Annotating annotating;

    LateAnswers(QueuedAnswerRows rows, QueuedAnswerPhotos queued, Tasks tasks, Meanwhile meanwhile, AnswerWords words,
            PhoneTime time, Photos photos, Annotating annotating) {
        this.rows = rows;
        this.queued = queued;
        this.tasks = tasks;
        this.meanwhile = meanwhile;
        this.words = words;
        this.time = time;
        this.photos = photos;
        this.annotating = annotating;
    }

    /**
     * Notes an answer, once.
     *
     * @throws io.gridloop.intake.ApiProblem when a photograph is missing
     */
    @Transactional
    public Outcome note(UUID key, String login, QueuedAnswer sent, String digest) {
        rows.lock(key);
        return rows.before(key, login, digest).orElseGet(() -> {
            var task = tasks.find(sent.taskKey()).orElseThrow();
            var kept = queued.of(key, login, sent.photoCount());
            var outcome = Outcome.noted(meanwhile.words(task.key(), login));
            annotating.addBy(login, task.caseId(), note(task, sent, kept, outcome));
            photos.attachUnused(task.caseId(), kept.stream().map(Photo::id).collect(Collectors.toSet()));
            rows.add(key, login, task.key(), digest, outcome);
            return outcome;
        });
    }

    private String note(TaskView task, QueuedAnswer sent, List<Photo> kept, Outcome outcome) {
        var shown = kept.stream().map(photo -> photo.kind().label()).collect(Collectors.joining("、"));
        return "离线处理结果，未生效。%s\n%s\n内容：%s%s".formatted(outcome.reason(), time.words(sent.savedAt()),
                PlainText.cut(words.of(task, sent.fields()), LONGEST),
                kept.isEmpty() ? "" : "\n照片%d张：%s。".formatted(kept.size(), shown));
    }
}
