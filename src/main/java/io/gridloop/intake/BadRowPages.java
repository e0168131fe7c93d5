package io.gridloop.intake;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** All bad rows of an import, fetched some at a time. */
final class BadRowPages implements Iterator<BadRow> {

    private static final int PAGE = 1_000;

    private final ImportBatches batches;
    private final long batchId;
    private List<BadRow> page = List.of();
    private int fetched;
    private int next;

    BadRowPages(ImportBatches batches, long batchId) {
        this.batches = batches;
        this.batchId = batchId;
    }

    @Override
    public boolean hasNext() {
        if (next == page.size() && (fetched == 0 || page.size() == PAGE)) {
            page = batches.badRows(batchId, fetched, PAGE);
            fetched += page.size();
            next = 0;
        }
        return next < page.size();
    }

    @Override
    public BadRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.get(next++);
    }
}
