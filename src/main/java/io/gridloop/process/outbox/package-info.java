/** Commands for the engine, kept in PostgreSQL until the engine has them. */
@NullMarked
package io.gridloop.process.outbox;

import org.jspecify.annotations.NullMarked;
