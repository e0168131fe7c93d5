/** What an answer of the engine means, and whether it answers at all. */
@NullMarked
package io.gridloop.process.engine;

import org.jspecify.annotations.NullMarked;
