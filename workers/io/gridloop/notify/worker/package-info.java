/** What the engine asks of notify: one class for each job type. */
@NullMarked
package io.gridloop.notify.worker;

import org.jspecify.annotations.NullMarked;
