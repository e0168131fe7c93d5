@NullMarked
package io.gridloop.intake;

import org.jspecify.annotations.NullMarked;
