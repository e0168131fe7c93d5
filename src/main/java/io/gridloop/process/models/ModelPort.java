package io.gridloop.process.models;

import java.util.SortedMap;

/** Takes model files to the engine. */
@FunctionalInterface
interface ModelPort {

    /** Deploys all files as one deployment; throws what the client throws. */
    Deployed deploy(SortedMap<String, byte[]> files);
}
