package io.chasqui.modem.hilink;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Has a stick ask for delivery reports, its other settings left as they are. */
record ReportSetting(HilinkSession session) {
  private static final Logger LOG = System.getLogger(ReportSetting.class.getName());

  /** A stick that does not let itself be set goes without. */
  void switchOn(String label) throws UnsentException {
    try {
      Xml now = session.get("/api/sms/config");
      if (now.count("UseSReport") == 0) {
        session.post(
            "/api/sms/config",
            Xml.request(
                Xml.element("SaveMode", now.text("SaveMode")),
                Xml.element("Validity", now.text("Validity")),
                Xml.element("Sca", now.text("Sca")),
                Xml.element("UseSReport", 1),
                Xml.element("SendType", now.text("SendType"))));
      }
    } catch (UnsentException e) {
      throw e;
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "{0}: delivery reports cannot be switched on, messages stay submitted: {1}",
          label,
          e.getMessage());
    }
  }
}
