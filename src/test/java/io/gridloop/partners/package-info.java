@NullMarked
package io.gridloop.partners;

import org.jspecify.annotations.NullMarked;
