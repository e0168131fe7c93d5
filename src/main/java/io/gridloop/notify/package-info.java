/** Notify: messages to the people a case concerns, on pages and by the ways out of gridloop. */
@ApplicationModule(allowedDependencies = {"cases", "clock", "territory", "security"})
@NullMarked
package io.gridloop.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
