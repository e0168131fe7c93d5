/** Tests of notify. */
@NullMarked
package io.gridloop.notify;

import org.jspecify.annotations.NullMarked;
