package io.gridloop.process.models;

/** The engine has a set of models. */
public record ModelsDeployed(Deployed deployed) {}
