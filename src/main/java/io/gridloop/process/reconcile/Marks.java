package io.gridloop.process.reconcile;

import io.gridloop.process.engine.EngineReplaced;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of the one mark. */
@Repository
class Marks {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Marks(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The mark; made when there is none. */
    @Transactional
    public Mark find() {
        jdbc.sql("insert into engine_mark (mark) values (?) on conflict do nothing").param(UUID.randomUUID().toString())
                .update();
        return jdbc.sql("select * from engine_mark").query((row, i) -> new Mark(row.getString("mark"),
                row.getBoolean("seen"), row.getInt("generation"))).single();
    }

    /** An engine carries it. */
    @Transactional
    public void seen() {
        jdbc.sql("update engine_mark set seen = true where not seen").update();
    }

    /** The engine that carried it is lost; of several instances of this application one publishes it. */
    @Transactional
    public void lost(int generation) {
        if (jdbc.sql("update engine_mark set generation = generation + 1 where generation = ?").param(generation)
                .update() == 1) {
            events.publishEvent(new EngineReplaced(generation + 1));
        }
    }
}
