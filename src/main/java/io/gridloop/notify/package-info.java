/** Notify: messages to the people a case concerns. */
@ApplicationModule(allowedDependencies = {"cases", "territory"})
@NullMarked
package io.gridloop.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
