package io.gridloop.process.door;

/**
 * A file of the present set.
 *
 * @param version the engine's number; 0 when the engine does not have this set yet
 */
record ModelFile(String name, int version) {

    String id() {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
