@NullMarked
package io.gridloop.intake.signs;

import org.jspecify.annotations.NullMarked;
