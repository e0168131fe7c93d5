/** Logins of staff in Tasklist. */
@NullMarked
package io.gridloop.process.accounts;

import org.jspecify.annotations.NullMarked;
