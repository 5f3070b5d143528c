package io.chasqui.app.operations;

import io.chasqui.app.config.Secrets;
import io.chasqui.app.options.SecretsJson;
import io.chasqui.domain.operations.Connector;
import io.chasqui.domain.operations.ModemEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * PINs and passwords of a connector's modems.
 *
 * @param byModem in clear
 */
record ModemSecrets(Map<String, String> byModem) {
  static ModemSecrets of(Connector connector, Secrets secrets) {
    byte[] sealed = connector.passwordEncrypted();
    return new ModemSecrets(
        sealed.length == 0
            ? Map.of()
            : SecretsJson.read(secrets.decrypt(sealed, "connector/" + connector.id())));
  }

  /** Those of the order, and of its modems that had one before. */
  ModemSecrets changed(ConnectorOrder.Modem order) {
    Set<String> names =
        order.options().modems().stream().map(ModemEntry::name).collect(Collectors.toSet());
    Map<String, String> changed = new HashMap<>(byModem);
    changed.keySet().retainAll(names);
    changed.putAll(order.secrets());
    return new ModemSecrets(changed);
  }

  String document() {
    return SecretsJson.write(byModem);
  }

  @Override
  public String toString() {
    return byModem.keySet().toString();
  }
}
