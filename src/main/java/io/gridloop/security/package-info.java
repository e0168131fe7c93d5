/** Who may do what: the log-in of staff, the rules for every page, and protection against guessing. */
@ApplicationModule(displayName = "Security", allowedDependencies = {"territory", "audit"})
@NullMarked
package io.gridloop.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
