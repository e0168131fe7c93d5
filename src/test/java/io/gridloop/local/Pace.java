package io.gridloop.local;

/** Whom the platform serves: a person who waits for one case, or thousands of cases that must pass. */
public enum Pace {
    /** A page shows at once what the engine did; each record costs a request. Starts fast. */
    PROMPT(1, 100, 512, "-XX:TieredStopAtLevel=1"),
    /** A page shows it some seconds later; records travel in bulk, which costs a tenth. Takes time to get fast. */
    BULK(1000, 1000, 2048, "-XX:TieredStopAtLevel=4");

    /** Records in one request of the exporter at most. */
    final int bulkSize;
    /** How long importers rest, and how often the index shows what is new, in milliseconds. */
    final int restMillis;
    /** Heap of OpenSearch. */
    final int indexHeapMegabytes;
    /** JVM option of the children: the second compiler pays only after minutes. */
    final String compilers;

    Pace(int bulkSize, int restMillis, int indexHeapMegabytes, String compilers) {
        this.bulkSize = bulkSize;
        this.restMillis = restMillis;
        this.indexHeapMegabytes = indexHeapMegabytes;
        this.compilers = compilers;
    }
}
