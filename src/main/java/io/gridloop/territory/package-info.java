/** Streets, communities and grids, the people who work there, the county's departments, and from a point to its grid. */
@ApplicationModule(displayName = "Territory", allowedDependencies = "audit")
@NullMarked
package io.gridloop.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
