/** Benchmarks: each prints a table and adds its figures to {@code target/bench.json}. */
@NullMarked
package io.gridloop.bench;

import org.jspecify.annotations.NullMarked;
