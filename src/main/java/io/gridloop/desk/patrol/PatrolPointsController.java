package io.gridloop.desk.patrol;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes the positions that the page of a patrol has noted. */
@RestController
class PatrolPointsController {

    private final Patrols patrols;

    PatrolPointsController(Patrols patrols) {
        this.patrols = patrols;
    }

    /**
     * Adds positions to the track. 200 with the counts, also when the same batch came before; 422: the batch is wrong and
     * nothing was stored; 404: no such patrol of this person; 409: it ended more than a day ago.
     */
    @PostMapping(path = "/desk/patrol/{id}/points", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> take(@PathVariable long id, @RequestBody PatrolBatch batch, Principal worker) {
        var key = batch.key();
        var problem = batch.problem();
        return key == null || problem.isPresent()
                ? ResponseEntity.unprocessableEntity().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, problem.orElse("")))
                : ResponseEntity.ok(patrols.take(worker.getName(), id, key, batch.fixes()));
    }
}
