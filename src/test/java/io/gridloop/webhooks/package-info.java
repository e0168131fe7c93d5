@NullMarked
package io.gridloop.webhooks;

import org.jspecify.annotations.NullMarked;
