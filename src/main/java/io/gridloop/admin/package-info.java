/** Administration of the county: its people, departments and posts; every change is shown before it is made. */
@ApplicationModule(displayName = "Administration", allowedDependencies = {"territory", "cases", "clock", "audit"})
@NullMarked
package io.gridloop.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
