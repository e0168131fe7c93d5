package io.gridloop.intake;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Imports the sample messages, so that a newcomer sees cases move; later starts find them there and add nothing. */
@Component
class SampleMessages {

    private static final Logger LOG = LoggerFactory.getLogger(SampleMessages.class);
    private static final String SOURCE = "样例";

    private final MessageImport messages;
    private final ImportBatches batches;
    private final IntakeProperties properties;
    private final Resource file;

    SampleMessages(
            MessageImport messages,
            ImportBatches batches,
            IntakeProperties properties,
            @Value("classpath:sample-messages.csv") Resource file) {
        this.messages = messages;
        this.batches = batches;
        this.properties = properties;
        this.file = file;
    }

    @EventListener(ApplicationReadyEvent.class)
    void importOnce() {
        if (properties.sample() && !batches.knows(SOURCE)) {
            ImportResult result = messages.run(new Upload(file, "sample-messages.csv", SOURCE, null));
            LOG.info("Sample messages: {} imported, {} refused", result.accepted(), result.badRows().size());
        }
    }
}
