package io.gridloop.local;

/** Whom Operate and Tasklist serve: a person who waits for one case, or thousands of cases that must pass. */
public enum Pace {
    /** A page shows at once what the engine did; each record costs a request. */
    PROMPT(1, 100, 512),
    /** A page shows it some seconds later; records travel in bulk, which costs a tenth. */
    BULK(1000, 1000, 1024);

    /** Records in one request of the exporter at most. */
    final int bulkSize;
    /** How long importers rest, and how often the index shows what is new, in milliseconds. */
    final int restMillis;
    /** Heap of OpenSearch. */
    final int indexHeapMegabytes;

    Pace(int bulkSize, int restMillis, int indexHeapMegabytes) {
        this.bulkSize = bulkSize;
        this.restMillis = restMillis;
        this.indexHeapMegabytes = indexHeapMegabytes;
    }
}
