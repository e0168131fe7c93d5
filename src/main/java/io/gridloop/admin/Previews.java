package io.gridloop.admin;

import io.gridloop.admin.Preview.MovedTask;
import io.gridloop.cases.TaskMove;
import io.gridloop.cases.Tasks;
import io.gridloop.territory.CountyChange;
import io.gridloop.territory.CountyChanges;
import io.gridloop.territory.DutyChanged;
import io.gridloop.territory.Person;
import io.gridloop.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows what a change would do: makes it, looks at what moves, and rolls all of it back. */
@Component
public class Previews {

    private static final ThreadLocal<List<TaskMove>> MOVES = new ThreadLocal<>();

    private final CountyChanges changes;
    private final Tasks tasks;
    private final Territory territory;
    private final TransactionTemplate transactions;

    Previews(CountyChanges changes, Tasks tasks, Territory territory, PlatformTransactionManager transactions) {
        this.changes = changes;
        this.tasks = tasks;
        this.territory = territory;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** @throws io.gridloop.territory.ChangeRefused when the change cannot be made */
    Preview of(CountyChange change, String actor) {
        var moves = new ArrayList<TaskMove>();
        MOVES.set(moves);
        try {
            return transactions.execute(status -> {
                status.setRollbackOnly();
                return new Preview(changes.make(change, actor).lines(), moves.stream().map(this::named).toList());
            });
        } finally {
            MOVES.remove();
        }
    }

    private MovedTask named(TaskMove move) {
        return new MovedTask(move.caseNumber(), move.title(), name(move.from()), name(move.to()));
    }

    private String name(String login) {
        return territory.person(login).map(Person::name).orElse(login);
    }

    /** Looks before the tasks are moved. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public void on(DutyChanged event) {
        Optional.ofNullable(MOVES.get()).ifPresent(moves -> moves.addAll(tasks.previewReassign(event.logins())));
    }
}
