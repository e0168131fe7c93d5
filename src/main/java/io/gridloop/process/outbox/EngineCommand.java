package io.gridloop.process.outbox;

/**
 * A command on its way to the engine.
 *
 * @param id grows in the order in which the commands of a case were written
 * @param variables a JSON object
 * @param attempts how often it was taken to be sent, this time included
 */
record EngineCommand(
        long id, long caseId, CommandKind kind, String correlationKey, String variables, int attempts) {

    /**
     * The engine takes one message of an id: a start, a withdrawal or a cancelled order is told by its key; each move of
     * a deadline, each order, each raising of one and each whistle is its own.
     */
    String messageId() {
        return switch (kind) {
            case MOVE_DEADLINE, ORDER_SUPERVISION, RAISE_SUPERVISION, BLOW_WHISTLE -> correlationKey + "/" + id;
            default -> correlationKey;
        };
    }
}
