/** What the decision tables in {@code processes/} decide, stated as facts. */
@NullMarked
package io.gridloop.decisions;

import org.jspecify.annotations.NullMarked;
