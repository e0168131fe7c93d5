/** What happens to a job whose worker threw. */
@NullMarked
package io.gridloop.process.jobs;

import org.jspecify.annotations.NullMarked;
