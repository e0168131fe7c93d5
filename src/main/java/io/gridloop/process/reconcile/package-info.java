/** Compares PostgreSQL with the engine and repairs the engine. */
@NullMarked
package io.gridloop.process.reconcile;

import org.jspecify.annotations.NullMarked;
