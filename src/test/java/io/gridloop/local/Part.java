package io.gridloop.local;

/** A part of the platform that starts, becomes ready, and ends. */
interface Part {

    /** What people call it. */
    String title();

    /**
     * Starts it and returns when it answers.
     *
     * @throws PlatformFailure when it ends or does not answer in time
     */
    void start();

    /** Ends it and waits until it is gone; does nothing when it does not run. */
    void stop();
}
