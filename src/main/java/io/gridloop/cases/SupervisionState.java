package io.gridloop.cases;

/** Where an order stands: waits for a reply, waits for the supervisor to look at the reply, or is over. */
enum SupervisionState {
    OPEN,
    REPLIED,
    ENDED
}
