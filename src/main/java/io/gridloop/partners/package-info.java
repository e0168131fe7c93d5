/**
 * Partners: hands cases of some departments on to another body's Open311 server (GeoReport v2), and brings back what
 * that says of them.
 */
@ApplicationModule(allowedDependencies = {"audit", "cases", "territory"})
@NullMarked
package io.gridloop.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
