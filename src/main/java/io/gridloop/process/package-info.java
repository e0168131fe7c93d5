/** Process: the only door to Camunda; listens to cases, sends commands, deploys checked models, reconciles. */
@ApplicationModule(allowedDependencies = {"territory", "clock", "cases", "desk", "notify", "intake", "audit"})
@NullMarked
package io.gridloop.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
