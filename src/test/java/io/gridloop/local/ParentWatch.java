package io.gridloop.local;

/** Ends this process when the one that started it is gone, however it ended. */
public final class ParentWatch {

    private ParentWatch() {}

    /**
     * Watches the parent when {@code gridloop.local.end-with-parent} is {@code true}: Maven sets it, because nobody
     * could stop a platform whose Maven was killed.
     */
    public static void endWithParent() {
        if (Boolean.getBoolean("gridloop.local.end-with-parent")) {
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(ParentWatch::exit));
        }
    }

    /** In a thread of its own: exit does not return, and the caller's belongs to a pool that others need to end. */
    private static void exit() {
        new Thread(() -> System.exit(1), "parent-is-gone").start();
    }
}
