package io.gridloop.photos;

import java.io.IOException;
import java.io.InputStream;

/** Where the pictures lie. The database is not asked and does not come along: see {@link Photos} for the order. */
interface PhotoStore {

    /** Puts a picture down, whole or not at all. */
    void put(PhotoKey key, byte[] jpeg) throws IOException;

    /**
     * Opens a picture; the caller closes it.
     *
     * @throws IOException when it is not there, or the store is away
     */
    InputStream open(PhotoKey key) throws IOException;

    /** Removes a picture and what was left when putting it down broke off; nothing happens when it is not there. */
    void remove(PhotoKey key) throws IOException;
}
