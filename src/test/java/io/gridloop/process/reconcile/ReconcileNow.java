package io.gridloop.process.reconcile;

import org.springframework.stereotype.Component;

/** Lets a story in another package compare at the moment it chooses; import it. */
@Component
public class ReconcileNow {

    private final Reconciler reconciler;

    ReconcileNow(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    /** One comparison. */
    public void compare() {
        reconciler.compare();
    }
}
