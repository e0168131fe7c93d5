/** Ways in: the resident's page, the staff report page and the import of messages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "cases", "notify", "territory"})
package io.gridloop.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
