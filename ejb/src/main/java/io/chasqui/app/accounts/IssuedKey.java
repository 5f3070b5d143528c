package io.chasqui.app.accounts;

import io.chasqui.domain.account.ApiKey;
import io.chasqui.domain.account.ApiKeySecret;

/** A key just made, with the text that is shown this once. */
public record IssuedKey(ApiKey key, ApiKeySecret secret) {}
