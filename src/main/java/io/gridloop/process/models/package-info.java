/** Diagrams, tables and forms: checked, then deployed through one door. */
@NullMarked
package io.gridloop.process.models;

import org.jspecify.annotations.NullMarked;
