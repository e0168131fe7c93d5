/** A demo staff that works user tasks in Tasklist like people do, by a seeded plan, and the proof built on it. */
@NullMarked
package io.gridloop.demo;

import org.jspecify.annotations.NullMarked;
