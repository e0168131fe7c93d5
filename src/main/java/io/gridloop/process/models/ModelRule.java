package io.gridloop.process.models;

import java.util.stream.Stream;

/** One thing that models must keep to. */
@FunctionalInterface
interface ModelRule {

    Stream<Problem> check(Models models);
}
