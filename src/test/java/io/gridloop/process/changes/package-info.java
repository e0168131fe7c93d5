/** Changes of the shipped models as designers make them. */
@NullMarked
package io.gridloop.process.changes;

import org.jspecify.annotations.NullMarked;
