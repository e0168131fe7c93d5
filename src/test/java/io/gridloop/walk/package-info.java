/**
 * The randomised walk: cases that go through all branches of the diagrams on the real engine, every decision drawn from
 * a seed, people at their worst included; and what must hold of them at the end.
 */
@NullMarked
package io.gridloop.walk;

import org.jspecify.annotations.NullMarked;
