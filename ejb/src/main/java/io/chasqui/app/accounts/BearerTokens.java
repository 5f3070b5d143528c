package io.chasqui.app.accounts;

import io.chasqui.domain.account.AdminToken;
import io.chasqui.domain.account.AdminToken.Kind;
import io.chasqui.domain.message.MessageId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Administrators' bearer tokens: 256 random bits each, stored as SHA-256. An access token lives 30
 * minutes; a refresh token 7 days and works once.
 */
@Stateless
public class BearerTokens {
  private static final Duration ACCESS_LIFE = Duration.ofMinutes(30);
  private static final Duration REFRESH_LIFE = Duration.ofDays(7);
  private static final int LENGTH = 32;
  private static final int LONGEST = 100;

  private final SecureRandom random = new SecureRandom();

  @PersistenceContext(unitName = "chasqui")
  EntityManager database;

  @Inject Clock clock;

  /** Tokens for a user whose password was right. */
  public IssuedTokens issue(String username) {
    database
        .createQuery("DELETE FROM AdminToken t WHERE t.expiresAt < :now")
        .setParameter("now", clock.instant())
        .executeUpdate();
    return issue(username, MessageId.next(clock).toString());
  }

  /**
   * New tokens for a refresh token, which with its access token ends; empty when it is not good.
   */
  public Optional<IssuedTokens> refresh(String refreshToken) {
    return find(refreshToken, Kind.REFRESH, LockModeType.PESSIMISTIC_WRITE)
        .map(
            token -> {
              end(token.family());
              return issue(token.username(), token.family());
            });
  }

  /** The user of an access token; empty when it is not good. */
  public Optional<String> authenticate(String accessToken) {
    return find(accessToken, Kind.ACCESS, LockModeType.NONE).map(AdminToken::username);
  }

  /** Ends an access token and its refresh token. */
  public void revoke(String accessToken) {
    find(accessToken, Kind.ACCESS, LockModeType.NONE).ifPresent(token -> end(token.family()));
  }

  private Optional<AdminToken> find(String text, Kind kind, LockModeType lock) {
    return Optional.of(text)
        .filter(token -> token.length() <= LONGEST)
        .map(token -> database.find(AdminToken.class, hash(token), lock))
        .filter(token -> token.isGoodFor(kind, clock.instant()));
  }

  private IssuedTokens issue(String username, String family) {
    Instant now = clock.instant();
    String access = store(username, Kind.ACCESS, family, now.plus(ACCESS_LIFE));
    String refresh = store(username, Kind.REFRESH, family, now.plus(REFRESH_LIFE));
    return new IssuedTokens(access, refresh, ACCESS_LIFE);
  }

  private String store(String username, Kind kind, String family, Instant end) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    database.persist(AdminToken.of(hash(token), username, kind, family, end));
    return token;
  }

  private void end(String family) {
    database
        .createQuery("DELETE FROM AdminToken t WHERE t.family = :family")
        .setParameter("family", family)
        .executeUpdate();
  }

  private static String hash(String token) {
    try {
      byte[] text = token.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
