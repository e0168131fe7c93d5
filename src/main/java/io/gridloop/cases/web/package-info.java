/** The pages of cases for staff. */
@NullMarked
package io.gridloop.cases.web;

import org.jspecify.annotations.NullMarked;
