/** Desk: the tasks of each member of staff, worked in Chinese with the same forms as in Tasklist. */
@ApplicationModule(allowedDependencies = {"territory", "clock", "cases", "photos", "intake"})
@NullMarked
package io.gridloop.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
