/** The audit trail: who changed what and who looked at what is protected; it only grows and shows every later change. */
@ApplicationModule(displayName = "Audit", allowedDependencies = "clock")
@NullMarked
package io.gridloop.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
