package io.gridloop.cases;

/** The task is not there to be answered any more; the message says in Chinese why, and what became of it. */
public class TaskGoneException extends RuntimeException {

    public TaskGoneException(String message) {
        super(message);
    }
}
