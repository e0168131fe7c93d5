package io.gridloop.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.cases.TaskGoneException;
import io.gridloop.cases.TaskView;
import io.gridloop.cases.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The desk in JSON: what its page fetches, open to other programs of the same person under the same rights. */
@RestController
class DeskJsonController {

    private static final String KEY = "{key}";

    private final Tasks tasks;
    private final Forms forms;
    private final ObjectMapper json;

    DeskJsonController(Tasks tasks, Forms forms, ObjectMapper json) {
        this.tasks = tasks;
        this.forms = forms;
        this.json = json;
    }

    /** All open tasks of the person; the answer's header carries the token that an answer has to bring. */
    @GetMapping("/desk/tasks.json")
    List<DeskJson.Row> open(Principal principal, CsrfToken token, HttpServletResponse response) {
        response.setHeader(token.getHeaderName(), token.getToken());
        return tasks.openTasksOf(principal.getName()).stream().map(DeskJson.Row::of).toList();
    }

    @GetMapping("/desk/tasks/" + KEY + ".json")
    DeskJson.Task task(@PathVariable long key, Principal principal) {
        var task = find(key, principal);
        return new DeskJson.Task(String.valueOf(key), task.caseNumber(), task.element(), task.channel().name(),
                task.round(), task.state(), task.answerVariable(), forms.schema(task),
                read(tasks.formVariables(key).orElseThrow()));
    }

    @GetMapping("/desk/tasks/" + KEY + "/state.json")
    DeskJson.State state(@PathVariable long key, Principal principal) {
        return new DeskJson.State(String.valueOf(key), find(key, principal).state());
    }

    /**
     * Answers a task with the fields of its form. 200: taken; 422: the problem to mend; 409: the task is not open any
     * more; 404: there is none, or it is not this person's. In each case but the first nothing was stored.
     */
    @PostMapping(path = "/desk/tasks/" + KEY, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> answer(@PathVariable long key, @RequestBody Map<String, Object> answer, Principal principal) {
        find(key, principal);
        var problem = tasks.answer(key, principal.getName(), answer);
        return problem.isEmpty()
                ? ResponseEntity.ok(new DeskJson.State(String.valueOf(key), "ANSWERED"))
                : problem(HttpStatus.UNPROCESSABLE_ENTITY, problem.get());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> gone(TaskGoneException gone) {
        return problem(HttpStatus.CONFLICT, String.valueOf(gone.getMessage()));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }

    private TaskView find(long key, Principal principal) {
        return tasks.find(key).filter(task -> tasks.mayAnswer(principal.getName(), task))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这项任务，或者它不由您办理"));
    }

    private JsonNode read(String variables) {
        try {
            return json.readTree(variables);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
