/** The local platform: PostgreSQL, OpenSearch, Camunda and its web applications on a machine without Docker. */
@NullMarked
package io.gridloop.local;

import org.jspecify.annotations.NullMarked;
