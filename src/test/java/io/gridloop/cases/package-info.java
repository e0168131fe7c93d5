/** Tests of cases. */
@NullMarked
package io.gridloop.cases;

import org.jspecify.annotations.NullMarked;
