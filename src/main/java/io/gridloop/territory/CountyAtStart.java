package io.gridloop.territory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the sample county at the first start, before anybody else runs who needs one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CountyAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CountyAtStart.class);

    private final TerritoryProperties properties;
    private final CountyLoader loader;
    private final RosterBook book;

    CountyAtStart(TerritoryProperties properties, CountyLoader loader, RosterBook book) {
        this.properties = properties;
        this.loader = loader;
        this.book = book;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.sample()) {
            var people = loader.load(properties.files(), properties.samplePassword());
            LOG.info("County from {}: {}", properties.files(),
                    people == 0 ? "already there" : people + " people loaded");
        }
        // A county that was loaded before assignments were noted.
        book.noteFirstAssignments();
    }
}
