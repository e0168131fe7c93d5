/** Cases: what was reported, its life cycle and its history; the record of truth. */
@ApplicationModule(allowedDependencies = {"territory", "clock", "audit", "photos"})
@NullMarked
package io.gridloop.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
