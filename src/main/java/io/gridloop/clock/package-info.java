/** The one clock of gridloop, its working calendar, and from a limit to the instant when it ends. */
@ApplicationModule(displayName = "Clock", allowedDependencies = {})
@NullMarked
package io.gridloop.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
