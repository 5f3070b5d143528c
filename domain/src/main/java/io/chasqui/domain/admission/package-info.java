/** What may enter: one rule a class, a refusal is a value. */
package io.chasqui.domain.admission;
