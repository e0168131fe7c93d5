package io.gridloop.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.gridloop.cases.PlainText;
import io.gridloop.cases.TaskGoneException;
import io.gridloop.intake.ApiProblem;
import io.gridloop.intake.ApiProblem.Wrong;
import io.gridloop.intake.SubmissionKey;
import io.gridloop.photos.PhotosGoneException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes answers that waited on phones, each exactly once: it counts, or it is kept as a note. */
@Component
class QueuedAnswers {

    /** Characters of a field at most, far more than any form allows. */
    private static final int LONGEST_FIELD = 4_000;

    private final KeptTasks kept;
    private final QueuedAnswerRows rows;
    private final TimelyAnswers timely;
    private final LateAnswers late;
    private final ObjectWriter sorted;

    QueuedAnswers(KeptTasks kept, QueuedAnswerRows rows, TimelyAnswers timely, LateAnswers late, ObjectMapper json) {
        this.kept = kept;
        this.rows = rows;
        this.timely = timely;
        this.late = late;
        this.sorted = json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /**
     * Takes an answer; the same one again gives the first outcome.
     *
     * @throws ApiProblem when something is wrong with it, a photograph is missing, its key was used for another answer,
     *     or it is not this person's; then nothing is stored
     */
    Outcome accept(UUID key, String login, QueuedAnswer sent) {
        requireSame(login, sent);
        requireReadable(sent);
        if (!kept.has(login, sent.taskKey())) {
            throw ApiProblem.of(HttpStatus.NOT_FOUND, "没有这项任务，或者它不是您存到手机上的。");
        }
        try {
            return timelyOrLate(key, login, sent, digest(sent));
        } catch (PhotosGoneException e) {
            rows.forgetPhotos(key);
            throw QueuedAnswerPhotos.missing(IntStream.rangeClosed(1, sent.photoCount()).boxed().toList());
        }
    }

    private Outcome timelyOrLate(UUID key, String login, QueuedAnswer sent, String digest) {
        try {
            return timely.take(key, login, sent, digest);
        } catch (TaskGoneException gone) {
            return late.note(key, login, sent, digest);
        }
    }

    private static void requireSame(String login, QueuedAnswer sent) {
        if (!login.equals(sent.login())) {
            throw unfit("login", "这份结果不是现在登录的人存下的，没有发送；请由存下它的人登录后发送");
        }
    }

    private static void requireReadable(QueuedAnswer sent) {
        if (sent.photoCount() < 0 || sent.photoCount() > QueuedAnswerPhotos.MOST) {
            throw unfit("photos", "照片最多 %d 张".formatted(QueuedAnswerPhotos.MOST));
        }
        var wrong = sent.fields().entrySet().stream()
                .flatMap(field -> PlainText.problem(field.getKey() + field.getValue(), LONGEST_FIELD)
                        .map(reason -> new Wrong("answer", reason)).stream())
                .toList();
        if (!wrong.isEmpty()) {
            throw ApiProblem.wrong(HttpStatus.UNPROCESSABLE_ENTITY, wrong);
        }
    }

    private String digest(QueuedAnswer sent) {
        try {
            return SubmissionKey.sha256(sorted.writeValueAsString(sent).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApiProblem unfit(String field, String reason) {
        return ApiProblem.wrong(HttpStatus.UNPROCESSABLE_ENTITY, List.of(new Wrong(field, reason)));
    }
}
