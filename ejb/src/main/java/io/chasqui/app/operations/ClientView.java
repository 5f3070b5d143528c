package io.chasqui.app.operations;

/** A client as the pipeline sees it. */
public record ClientView(String id, String name, boolean active) {}
