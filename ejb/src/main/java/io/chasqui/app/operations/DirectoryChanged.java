package io.chasqui.app.operations;

/** The directory shows other settings than before: told once they are in force. */
public record DirectoryChanged(DirectorySnapshot before, DirectorySnapshot now) {}
