/**
 * Lets Camunda Process Test 8.8 work against the Camunda 8.6 broker of the local platform, where no Docker engine is.
 *
 * <p>The 8.8 test library asks the engine's search API what happened; the 8.6 broker has no such API that fits, and
 * Operate's own importer shows things seconds late. So the bridge builds the 8.8 answers itself, from the records that
 * the broker exports to OpenSearch, and passes every command on unchanged.
 */
@NullMarked
package io.gridloop.bridge;

import org.jspecify.annotations.NullMarked;
