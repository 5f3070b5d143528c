package io.chasqui.domain.link;

/** The sticks whose habits are known. */
public enum HilinkVariant {
  /** As the stick names itself. */
  AUTO,
  E303,
  E3131,
  E3372,
  E3372H
}
