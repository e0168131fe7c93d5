/** Tests of the pages of cases. */
@NullMarked
package io.gridloop.cases.web;

import org.jspecify.annotations.NullMarked;
