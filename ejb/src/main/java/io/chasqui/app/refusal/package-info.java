/** Why a use case did not do what it was asked, in the asker's words. */
package io.chasqui.app.refusal;
