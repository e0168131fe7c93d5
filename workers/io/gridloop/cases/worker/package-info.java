/** What the engine asks of cases: one class for each job type. */
@NullMarked
package io.gridloop.cases.worker;

import org.jspecify.annotations.NullMarked;
