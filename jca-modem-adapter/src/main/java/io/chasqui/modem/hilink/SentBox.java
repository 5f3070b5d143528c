package io.chasqui.modem.hilink;

import java.io.IOException;

/** Deletes what a stick keeps of sent messages, which takes the places of incoming ones. */
record SentBox(HilinkSession session) {
  private static final int SENT = 2;
  private static final int PAGE = 20;

  /** So many may lie there. */
  private static final int HARMLESS = 20;

  void tidy(Xml counts) throws IOException {
    if (counts.count("LocalOutbox") > HARMLESS) {
      Xml list =
          session.post(
              "/api/sms/sms-list",
              Xml.request(
                  Xml.element("PageIndex", 1),
                  Xml.element("ReadCount", PAGE),
                  Xml.element("BoxType", SENT),
                  Xml.element("SortType", 0),
                  Xml.element("Ascending", 1),
                  Xml.element("UnreadPreferred", 0)));
      for (Xml message : list.all("Message")) {
        session.post(
            "/api/sms/delete-sms", Xml.request(Xml.element("Index", message.count("Index"))));
      }
    }
  }
}
