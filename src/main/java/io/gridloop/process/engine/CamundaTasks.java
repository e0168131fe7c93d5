package io.gridloop.process.engine;

import io.gridloop.cases.EngineTasks;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Says who completed a user task: its assignee at that moment, as the engine's search shows it. */
@Component
class CamundaTasks implements EngineTasks {

    private static final Logger log = LoggerFactory.getLogger(CamundaTasks.class);

    private final UserTaskSearch search;

    CamundaTasks(UserTaskSearch search) {
        this.search = search;
    }

    @Override
    public Optional<String> completedBy(long processInstanceKey, long elementInstanceKey) {
        try {
            return search.now(processInstanceKey, elementInstanceKey).filter(UserTask::completed)
                    .map(UserTask::assignee);
        } catch (RestClientException e) {
            log.debug("The engine's search does not answer: {}", e.toString());
            return Optional.empty();
        }
    }
}
