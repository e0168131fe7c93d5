/** What the designer's door does, stated as facts. */
@NullMarked
package io.gridloop.process.door;

import org.jspecify.annotations.NullMarked;
