/** Photographs: takes what phones send, keeps a clean picture of it and nothing else. Knows no cases. */
@ApplicationModule(displayName = "Photos", allowedDependencies = {})
@NullMarked
package io.gridloop.photos;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
