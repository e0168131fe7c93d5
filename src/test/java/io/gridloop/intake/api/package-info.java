@NullMarked
package io.gridloop.intake.api;

import org.jspecify.annotations.NullMarked;
