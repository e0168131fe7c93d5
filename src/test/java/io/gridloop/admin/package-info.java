@NullMarked
package io.gridloop.admin;

import org.jspecify.annotations.NullMarked;
