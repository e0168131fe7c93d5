package io.gridloop.cases;

/**
 * The cases that rest on the supervisor's step of one version of the diagram.
 *
 * @param version of the process
 * @param cases how many
 * @param operateUrl all of them in Operate
 */
public record OverdueOnDiagram(int version, int cases, String operateUrl) {}
