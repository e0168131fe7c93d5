/** Ways in: the resident's page, the staff report page, Open311 for programs and the import of messages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "cases", "notify", "photos", "security", "territory"})
package io.gridloop.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
