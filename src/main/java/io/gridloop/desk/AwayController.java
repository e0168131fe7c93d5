package io.gridloop.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.desk.Outcome.What;
import io.gridloop.intake.ApiProblem;
import io.gridloop.intake.JsonBody;
import io.gridloop.photos.PhotoKind;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives phones the tasks to take along, and takes in what was answered without a network. */
@RestController
class AwayController {

    /**
     * Who is logged in now, and the token that what they send has to bring; it is of no use to another log-in.
     *
     * @param header the name of the header for the token
     */
    record Who(String login, String header, String token) {}

    /** The tasks of somebody, for their phone. */
    record Kept(String login, List<KeptTask> tasks) {}

    /** A photograph that was taken in, also when it was before. */
    record SentPhoto(int number) {}

    private static final String KEY = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final KeptTasks kept;
    private final QueuedAnswers answers;
    private final QueuedAnswerPhotos photos;
    private final JsonBody<QueuedAnswer> json;

    AwayController(KeptTasks kept, QueuedAnswers answers, QueuedAnswerPhotos photos, ObjectMapper mapper) {
        this.kept = kept;
        this.answers = answers;
        this.photos = photos;
        this.json = new JsonBody<>(mapper, QueuedAnswer.class);
    }

    @GetMapping(path = "/desk/queued", produces = MediaType.APPLICATION_JSON_VALUE)
    Who who(Principal principal, CsrfToken token) {
        return new Who(principal.getName(), token.getHeaderName(), token.getToken());
    }

    /** All open tasks of the person, or the one with this key; from now on they can be answered from the phone. */
    @PostMapping(path = "/desk/kept", produces = MediaType.APPLICATION_JSON_VALUE)
    Kept keep(@RequestParam(required = false) @Nullable Long key, Principal principal) {
        return new Kept(principal.getName(), kept.keep(principal.getName(), key));
    }

    @PutMapping(path = "/desk/queued/{key}/photos/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    SentPhoto photo(@PathVariable String key, @PathVariable String number,
            @RequestParam(defaultValue = "") String kind, InputStream content, Principal principal)
            throws IOException {
        if (!number.matches("[1-" + QueuedAnswerPhotos.MOST + "]")) {
            throw ApiProblem.wrong("number", "照片序号是 1 到 %d".formatted(QueuedAnswerPhotos.MOST));
        }
        photos.take(key(key), principal.getName(), Integer.parseInt(number), kind(kind), content);
        return new SentPhoto(Integer.parseInt(number));
    }

    /**
     * Takes an answer. 201: it counts; 200: it did before; 409 with {@code outcome}: the case had changed, the answer is
     * kept as a note; 409 with {@code errors}: these photographs are missing; 422: what has to be changed.
     */
    @PostMapping(path = "/desk/queued/{key}", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> answer(@PathVariable String key, InputStream body, Principal principal) throws IOException {
        var outcome = answers.accept(key(key), principal.getName(),
                json.read(body.readNBytes(JsonBody.MOST_BYTES + 1)));
        return outcome.outcome() == What.NOTED
                ? noted(outcome)
                : ResponseEntity.status(outcome.repeated() ? HttpStatus.OK : HttpStatus.CREATED).body(outcome);
    }

    private static ResponseEntity<ProblemDetail> noted(Outcome outcome) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
                outcome.reason() + "您的结果没有生效；文字和照片没有丢失，已作为内部备注记入案件。");
        problem.setProperty("outcome", outcome.outcome());
        problem.setProperty("repeated", outcome.repeated());
        return ResponseEntity.status(HttpStatus.CONFLICT).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private static UUID key(String key) {
        if (!key.matches(KEY)) {
            throw ApiProblem.wrong("key", "请为每份结果用一个随机的 UUID，小写字母");
        }
        return UUID.fromString(key);
    }

    private static PhotoKind kind(String name) {
        return HandlingPhotos.KINDS.stream().filter(kind -> kind.name().equals(name)).findFirst()
                .orElseThrow(() -> ApiProblem.wrong("kind", "照片内容是 BEFORE、AFTER_NEAR 或 AFTER_FAR"));
    }
}
