@NullMarked
package io.gridloop.desk;

import org.jspecify.annotations.NullMarked;
