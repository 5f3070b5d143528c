package io.chasqui.domain.classification;

import java.util.List;

/** The services a new gateway knows, to be changed by its operator. */
public final class DefaultServices {
  private static final List<ServicePattern> LIST =
      List.of(
          service(10, "whatsapp", "WhatsApp", "whatsapp|" + word("wa\\.me|whats|zap")),
          service(20, "gmail", "Gmail", "gmail|google|" + word("g\\.co")),
          service(30, "telegram", "Telegram", "telegram|" + word("t\\.me|tg")),
          service(40, "mercado-livre", "Mercado Livre", "mercado\\s*li[vb]re|" + word("ml\\.com")),
          service(50, "instagram", "Instagram", "instagram|" + word("insta|ig")),
          service(60, "tiktok", "TikTok", "tiktok|" + word("tt")),
          service(70, "kwai", "Kwai", word("kwai")),
          service(80, "facebook", "Facebook", "facebook|" + word("fb\\.com|meta")),
          service(90, "banco-inter", "Banco Inter", word("banco\\s*inter|inter")),
          service(100, "amazon", "Amazon", word("amazon|aws")));

  private DefaultServices() {}

  public static List<ServicePattern> list() {
    return LIST;
  }

  private static ServicePattern service(int priority, String id, String name, String regex) {
    return ServicePattern.of(id, name, priority, regex);
  }

  /** Not {@code \b}: RE2's takes é for the end of a word and would find inter in interés. */
  private static String word(String alternatives) {
    return "(?:^|[^\\pL\\pN_])(?:" + alternatives + ")(?:$|[^\\pL\\pN_])";
  }
}
