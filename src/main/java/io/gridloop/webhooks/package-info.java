/**
 * Webhooks: tells programs outside gridloop what happens to the cases that they sent, by the Standard Webhooks
 * specification (standardwebhooks.com, version 1.0.0).
 */
@ApplicationModule(allowedDependencies = {"audit", "cases", "security"})
@NullMarked
package io.gridloop.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
