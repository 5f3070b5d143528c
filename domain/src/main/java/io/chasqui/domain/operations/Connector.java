package io.chasqui.domain.operations;

import io.chasqui.domain.link.BindType;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SmppFlow;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.SmppLogin;
import io.chasqui.domain.link.SmppPeer;
import io.chasqui.domain.link.SmppSessions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** A link as its operator wants it: an SMSC or a modem, to be kept open while enabled. */
@Entity
@Table(name = "connector")
public class Connector {

  @Id private String id;

  @Enumerated(EnumType.STRING)
  private ConnectorKind kind;

  private String host;
  private Integer port;

  @Column(name = "system_id")
  private String systemId;

  @Column(name = "password_enc")
  private byte[] passwordEncrypted;

  @Column(name = "system_type")
  private String systemType = "";

  @Enumerated(EnumType.STRING)
  @Column(name = "bind_type")
  private BindType bindType = BindType.TRANSCEIVER;

  private int binds = 1;

  @Column(name = "window_size")
  private int window = 50;

  @Column(name = "submits_per_second")
  private int submitsPerSecond;

  /** The {@link SmppOptions} or {@link ModemOptions} as a document; null: none were set. */
  private String options;

  @Enumerated(EnumType.STRING)
  @Column(name = "on_unknown")
  private OnUnknown onUnknown = OnUnknown.KEEP;

  private boolean enabled;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected Connector() {}

  /** A stopped connector to an SMSC; the password encrypted for this id. */
  public static Connector smpp(
      ConnectorId id, SmppEndpoint endpoint, byte[] passwordEncrypted, Instant at) {
    Connector connector = of(id, ConnectorKind.SMPP, at);
    connector.changePassword(passwordEncrypted);
    connector.reach(endpoint);
    return connector;
  }

  /**
   * A stopped connector to modems, {@linkplain #configure to be configured}.
   *
   * @param kind one of modems
   */
  public static Connector modem(ConnectorId id, ConnectorKind kind, Instant at) {
    if (!kind.isModem()) {
      throw new IllegalArgumentException(kind + " is no kind of modem");
    }
    return of(id, kind, at);
  }

  private static Connector of(ConnectorId id, ConnectorKind kind, Instant at) {
    Connector connector = new Connector();
    connector.id = id.value();
    connector.kind = kind;
    connector.createdAt = at;
    return connector;
  }

  public void reach(SmppEndpoint endpoint) {
    require(ConnectorKind.SMPP);
    host = endpoint.host();
    port = endpoint.port();
    systemId = endpoint.systemId();
    systemType = endpoint.systemType();
    bindType = endpoint.bind();
    binds = endpoint.binds();
    window = endpoint.window();
    submitsPerSecond = endpoint.submitsPerSecond();
  }

  /**
   * @param newPasswordEncrypted of the login, or all secrets of the modems in a document
   */
  public void changePassword(byte[] newPasswordEncrypted) {
    passwordEncrypted = newPasswordEncrypted.clone();
  }

  /**
   * @param newOptions the {@link SmppOptions} or {@link ModemOptions} as a document
   */
  public void configure(String newOptions) {
    options = newOptions;
  }

  public void treatUnknown(OnUnknown newOnUnknown) {
    onUnknown = newOnUnknown;
  }

  /** To be kept open, also after the gateway was restarted. */
  public void start() {
    enabled = true;
  }

  /** To be closed, also after the gateway was restarted. */
  public void stop() {
    enabled = false;
  }

  /**
   * @param password in clear
   * @throws IllegalStateException when this is not an SMPP connector
   */
  public SmppLinkSettings toLinkSettings(String password, SmppOptions with) {
    require(ConnectorKind.SMPP);
    SmppLogin login = SmppLogin.of(systemId, password).withSystemType(systemType);
    return new SmppLinkSettings(
        id(),
        new SmppPeer(host, port, with.tls()),
        with.bind().applyTo(login),
        new SmppSessions(bindType, binds),
        new SmppFlow(window, submitsPerSecond),
        with.timers(),
        with.submits(),
        with.statuses());
  }

  public ConnectorId id() {
    return ConnectorId.of(id);
  }

  public ConnectorKind kind() {
    return kind;
  }

  /**
   * @throws IllegalStateException when this is not an SMPP connector
   */
  public SmppEndpoint endpoint() {
    require(ConnectorKind.SMPP);
    return new SmppEndpoint(
        host, port, systemId, systemType, bindType, binds, window, submitsPerSecond);
  }

  /** As given to {@link #configure}; empty when none were. */
  public Optional<String> options() {
    return Optional.ofNullable(options);
  }

  public byte[] passwordEncrypted() {
    return passwordEncrypted == null ? new byte[0] : passwordEncrypted.clone();
  }

  public OnUnknown onUnknown() {
    return onUnknown;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public Instant createdAt() {
    return createdAt;
  }

  private void require(ConnectorKind expected) {
    if (kind != expected) {
      throw new IllegalStateException("connector %s is of kind %s".formatted(id, kind));
    }
  }
}
