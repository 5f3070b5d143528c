package io.chasqui.web.api.problem;

/**
 * What is wrong with one field.
 *
 * @param field as the client named it; of nested ones with dots
 */
public record FieldError(String field, String detail) {}
