@NullMarked
package io.gridloop.desk.patrol;

import org.jspecify.annotations.NullMarked;
