/** Element templates of Camunda Modeler against the workers and the diagrams. */
@NullMarked
package io.gridloop.process.templates;

import org.jspecify.annotations.NullMarked;
