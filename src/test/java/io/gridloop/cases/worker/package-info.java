/** Tests of the workers of cases. */
@NullMarked
package io.gridloop.cases.worker;

import org.jspecify.annotations.NullMarked;
