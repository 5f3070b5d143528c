package io.chasqui.domain.link;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * A Huawei HiLink stick, reached over HTTP.
 *
 * @param url {@code http} or {@code https}, a host and nothing after it, e.g. {@code
 *     http://192.168.8.1}
 * @param login where the stick asks for one
 */
public record HilinkWire(URI url, Optional<HilinkLogin> login, HilinkVariant variant)
    implements ModemWire {
  private static final int LONGEST = 255;

  public HilinkWire {
    Objects.requireNonNull(login);
    Objects.requireNonNull(variant);
    boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    boolean bare =
        url.getRawPath() != null
            && (url.getRawPath().isEmpty() || "/".equals(url.getRawPath()))
            && url.getRawQuery() == null
            && url.getRawFragment() == null
            && url.getRawUserInfo() == null;
    if (!http || url.getHost() == null || !bare || url.toString().length() > LONGEST) {
      throw new IllegalArgumentException(
          "url must be http:// or https:// with a host and nothing after it, such as"
              + " http://192.168.8.1");
    }
  }

  /**
   * @throws IllegalArgumentException when it is no such URL
   */
  public static HilinkWire at(String url) {
    return new HilinkWire(URI.create(url), Optional.empty(), HilinkVariant.AUTO);
  }

  public HilinkWire withLogin(String user, String password) {
    return new HilinkWire(url, Optional.of(new HilinkLogin(user, password)), variant);
  }

  @Override
  public String device() {
    return url.toString();
  }
}
