package io.chasqui.modem.hilink;

import io.chasqui.domain.modem.ModemRefusedException;
import java.io.IOException;
import java.time.Duration;

/** One question to the network, and its answer. */
record UssdDialogue(HilinkSession session, HilinkTimers timers, Pause pause) {

  String ask(String request, Duration patience) throws InterruptedException {
    try {
      session.post(
          "/api/ussd/send",
          Xml.request(
              Xml.element("content", request),
              Xml.element("codeType", "CodeType"),
              Xml.element("timeout", "")));
      return answer(patience);
    } catch (IOException e) {
      throw new ModemRefusedException("the network was not asked: " + e.getMessage());
    }
  }

  private String answer(Duration patience) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end && pause.throughout(timers.sendPoll())) {
      try {
        String content = session.get("/api/ussd/get").text("content");
        session.get("/api/ussd/release");
        return content;
      } catch (HilinkException e) {
        if (e.code() != HilinkError.USSD_NOT_YET) {
          throw e;
        }
      }
    }
    throw new ModemRefusedException("the network did not answer");
  }
}
