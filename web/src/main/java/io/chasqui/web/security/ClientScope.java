package io.chasqui.web.security;

import io.chasqui.domain.account.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Clients whose key has this scope may call it, for what is theirs. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ClientScope {
  Scope value();

  /** Whether administrators may as well, for everything. */
  boolean administratorsToo() default true;
}
